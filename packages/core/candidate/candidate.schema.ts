import * as z from "zod";
import { Id } from "../id.ts";
import { Instant, Line, Locale } from "../text.ts";
import { EmailAddress } from "./email-address.ts";

export const CandidateId = Id("cnd");
export const AddressId = Id("adr");

/** What the link of a mail brings; what it may do is in its signature. */
export const WithToken = z.strictObject({ token: z.string().max(2000) });

/** pending: asked, not confirmed. member: in the talent community. left: withdrew. */
export const Standing = z.enum(["pending", "member", "left"]);
export type Standing = z.infer<typeof Standing>;

/** What keeps job news from her although she may have allowed it, and no switch of hers lifts. */
export const Stop = z.enum(["bounce", "complaint", "do_not_contact"]);
export type Stop = z.infer<typeof Stop>;

/** What she told us on a form, by field name. */
export const Answers = z.record(z.string().max(40), z.string().max(1000));

export const Info = z.object({
  candidateId: CandidateId,
  name: Line(200),
  locale: Locale,
  /** ISO 3166-1 alpha-2; unknown stays unknown. */
  country: z.string().length(2).exactOptional(),
  standing: Standing,
  source: z.string(),
  answers: Answers,
  createdAt: Instant,
  joinedAt: Instant.exactOptional(),
  leftAt: Instant.exactOptional(),
  revision: z.int(),
});
export type Info = z.infer<typeof Info>;

export const Address = z.object({
  candidateId: CandidateId,
  addressId: AddressId,
  /** As typed, which is what gets mailed. */
  raw: EmailAddress,
  /** Keyed hash of the normalised address: finds its guard and its suppression. */
  addressHash: z.string(),
  primary: z.boolean(),
  confirmedAt: Instant.exactOptional(),
});
export type Address = z.infer<typeof Address>;
