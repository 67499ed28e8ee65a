import type * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { newId } from "../id.ts";

const SUBJECTS = ["candidateId", "campaignId", "stepId", "messageId"] as const;
type Subject = (typeof SUBJECTS)[number];

/** How an event is stored: its subjects as keys of their own, the rest as data. */
export interface Draft extends Partial<Record<Subject, string>> {
  eventId: string;
  type: string;
  at: string;
  actor: string;
  trace: string;
  data: Record<string, unknown>;
  warmDay?: string;
  warmAt?: string;
  recruiterId?: string;
  auditAt?: string;
}

interface Options<S extends z.ZodObject> {
  /** Something the person did herself, that a recruiter should see on the day. */
  readonly warm?: (payload: z.output<S>) => boolean;
}

/** One typed event: the same object writes it, names it in a bus rule and reads it back. */
export interface Definition<T extends string, S extends z.ZodObject> {
  /** A draft to be written in the transaction of the change. `cause` makes the id follow from the cause. */
  (payload: z.input<S>, cause?: { eventId: string; at: string }): Draft;
  readonly type: T;
  readonly schema: S;
}

/** Defines an event beside its noun. Payload fields named like a subject (`candidateId` …) become keys. */
export function define<T extends string, S extends z.ZodObject>(
  type: T,
  schema: S,
  options: Options<S> = {},
): Definition<T, S> {
  const draft = (payload: z.input<S>, cause?: { eventId: string; at: string }): Draft => {
    const parsed = schema.parse(payload);
    const at = cause?.at ?? Clock.iso();
    const acting = Actor.use();
    return {
      eventId: cause?.eventId ?? newId("evt"),
      type,
      at,
      actor: Actor.name(),
      trace: acting.trace,
      ...placed(subjects(parsed)),
      data: Object.fromEntries(Object.entries(parsed).filter(([key]) => !isSubject(key))),
      ...(options.warm?.(parsed) ? { warmDay: at.slice(0, 10), warmAt: at } : {}),
      ...(acting.kind === "recruiter" ? { recruiterId: acting.id, auditAt: at } : {}),
    };
  };
  return Object.assign(draft, { type, schema });
}

/** What is about a campaign and nobody in it lies under the campaign, where its history is read. */
const placed = ({ candidateId, campaignId, ...others }: Partial<Record<Subject, string>>) => ({
  ...others,
  ...(campaignId ? { campaignId } : {}),
  ...((candidateId ?? campaignId) ? { candidateId: candidateId ?? campaignId } : {}),
});

/** A payload read back from the log or the bus, as its definition's schema says. */
export function payload<S extends z.ZodObject>(
  definition: Definition<string, S>,
  stored: Partial<Draft>,
): z.output<S> {
  return definition.schema.parse({ ...stored.data, ...subjects(stored as Record<string, unknown>) });
}

const isSubject = (key: string): key is Subject => (SUBJECTS as readonly string[]).includes(key);

function subjects(source: Record<string, unknown>): Partial<Record<Subject, string>> {
  return Object.fromEntries(
    SUBJECTS.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]])),
  );
}
