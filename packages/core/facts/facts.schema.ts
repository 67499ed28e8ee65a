import * as z from "zod";
import { Permission, SuppressionReason } from "../gate/gate.schema.ts";
import { Id } from "../id.ts";
import { Instant, Locale } from "../text.ts";

/** Where the relationship stands, as recruiters move it. */
export const Stage = z.enum(["new", "engaged", "in_process", "silver_medallist", "hired", "archived"]);
export type Stage = z.infer<typeof Stage>;

/**
 * pending: asked, not confirmed. member: in the talent community by her own consent. sourced: in the pool, but nobody asked her yet or
 * she is written to on another ground. left: withdrew.
 */
export const Standing = z.enum(["pending", "member", "sourced", "left"]);
export type Standing = z.infer<typeof Standing>;

const Words = z.array(z.string()).default([]);

/**
 * What rules are evaluated over: the compact reading of a profile and its gate that the roster carries for everybody. Unknown facts are
 * absent. What changes with every mail is not here but at the gate.
 */
export const Facts = z.object({
  candidateId: Id("cnd"),
  name: z.string(),
  standing: Standing,
  stage: Stage,
  locale: Locale,
  source: z.string(),
  country: z.string().exactOptional(),
  city: z.string().exactOptional(),
  title: z.string().exactOptional(),
  company: z.string().exactOptional(),
  skills: Words,
  interests: Words,
  tags: Words,
  owner: z.string().exactOptional(),
  experienceYears: z.number().exactOptional(),
  openFrom: z.iso.date().exactOptional(),
  createdAt: Instant,
  joinedAt: Instant.exactOptional(),
  hasAddress: z.boolean(),
  /** Permission for job news: its state now is the fold of `state` and `until`. */
  permission: z.enum(["none", "pending", "granted", "withdrawn"]),
  permissionUntil: Instant.exactOptional(),
  ground: Permission.shape.ground,
  /** Nobody can say where her data is from, which legitimate interest has to. */
  unsourced: z.literal(true).exactOptional(),
  stop: z.union([SuppressionReason, z.literal("do_not_contact")]).exactOptional(),
  tracked: z.boolean(),
  sample: z.literal(true).exactOptional(),
});
export type Facts = z.infer<typeof Facts>;

/** What happened lately, from her gate. Instants; absent means never. */
export interface Happenings {
  readonly mailed?: string;
  /** Absent and not `tracked` means not known. */
  readonly clicked?: string;
  readonly replied?: string;
  readonly contacted?: string;
  readonly tracked: boolean;
  /** Mails of the campaign a branch stands in, by step. */
  readonly steps?: Readonly<
    Record<
      string,
      {
        readonly tracked: boolean;
        readonly at: string;
        /** It is not known whether she got it. */
        readonly unknown?: true;
        readonly clickedAt?: string;
      }
    >
  >;
}
