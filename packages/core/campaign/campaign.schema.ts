import * as z from "zod";
import { Stage } from "../facts/facts.schema.ts";
import { Id } from "../id.ts";
import { Rule } from "../rule/rule.schema.ts";
import { Instant, Line } from "../text.ts";
import { DEPTH, isTooDeep } from "./bounds.ts";

/** `running` before `startsAt` is "not yet": it may still be taken back. `finished`: nobody is left inside and nobody can enter. */
export const State = z.enum(["draft", "running", "paused", "stopped", "failed", "finished"]);
export type State = z.infer<typeof State>;

/**
 * Who enters. By a form: whoever joins by it. By a segment: who matches its rule, as copied here at the launch; once, or also those who
 * come to match it later.
 */
export const Entry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("form"), formId: Id("frm") }),
  z.strictObject({
    kind: z.literal("segment"),
    segmentId: Id("seg"),
    mode: z.enum(["once", "continuing"]),
    rule: Rule.exactOptional(),
  }),
]);
export type Entry = z.infer<typeof Entry>;

/** Short, because it travels in every mail's tags; unique in a campaign, and never used again for another step. */
const StepId = z.string().regex(/^[a-z0-9-]{1,20}$/, "Small letters, digits and hyphens, at most 20");

const EmailStep = z.strictObject({
  stepId: StepId,
  kind: z.literal("email"),
  templateId: Id("tpl"),
  /** Also outside the sending hours, for a mail that somebody waits for. */
  hours: z.literal("any").exactOptional(),
});
const WaitStep = z.strictObject({
  stepId: StepId,
  kind: z.literal("wait"),
  unit: z.enum(["hours", "days", "business_days"]),
  amount: z.int().min(1).max(365),
});
/** What a step does other than writing to her. Words are for colleagues. */
export const Deed = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("tag"), tag: Line(80) }),
  z.strictObject({ do: z.literal("untag"), tag: Line(80) }),
  z.strictObject({ do: z.literal("stage"), stage: Stage }),
  z.strictObject({ do: z.literal("notify"), words: Line(200) }),
  z.strictObject({ do: z.literal("task"), words: Line(200), days: z.int().min(0).max(365) }),
]);
export type Deed = z.infer<typeof Deed>;
const ActionStep = z.strictObject({ stepId: StepId, kind: z.literal("action"), deed: Deed });

export type EmailStep = z.infer<typeof EmailStep>;
export type WaitStep = z.infer<typeof WaitStep>;
export type ActionStep = z.infer<typeof ActionStep>;
/** Two paths that join again after them. Whom the rule leaves unknown takes the stated path. */
export interface BranchStep {
  readonly stepId: string;
  readonly kind: "branch";
  readonly rule: Rule;
  readonly yes: readonly Step[];
  readonly no: readonly Step[];
  readonly unknown: "yes" | "no";
}
export type Step = EmailStep | WaitStep | ActionStep | BranchStep;

export const Step: z.ZodType<Step, Step> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      EmailStep,
      WaitStep,
      ActionStep,
      z.strictObject({
        stepId: StepId,
        kind: z.literal("branch"),
        rule: Rule,
        yes: z.array(Step).max(20),
        no: z.array(Step).max(20),
        unknown: z.enum(["yes", "no"]),
      }),
    ]),
  )
  .meta({ id: "Step" }) as z.ZodType<Step, Step>;

/** What is nested without end is refused before it is read. */
export const Steps = z.preprocess((given, context) => {
  const message = `Branches stand at most ${DEPTH} deep in each other`;
  if (isTooDeep(given)) context.addIssue({ code: "custom", message, input: given });
  return given;
}, z.array(Step).min(1, "A campaign needs a step").max(30)) as z.ZodType<Step[], Step[]>;

/** Minutes between the slots at which people are looked at. */
export const Grid = z.union([z.literal(15), z.literal(60)]);
export type Grid = z.infer<typeof Grid>;

export const Info = z.object({
  campaignId: Id("cmp"),
  name: Line(120),
  state: State,
  entry: Entry,
  /** The way as it is written now; people inside stay on the version they entered by (`journey`). */
  steps: Steps,
  version: z.int().default(1),
  /** Whose campaign it is: replies go to her until the product reads them. Set at the launch. */
  sender: z.object({ recruiterId: z.string(), name: z.string(), email: z.string() }).exactOptional(),
  /** Nobody enters and nothing is sent before; ten minutes after the launch. */
  startsAt: Instant.exactOptional(),
  /** People are looked at on slots this many minutes apart; set at the launch, and anew with each version. */
  grid: Grid.default(15),
  /** Set once everybody the segment held at the start has entered. */
  enrolledAt: Instant.exactOptional(),
  finishedAt: Instant.exactOptional(),
  revision: z.int(),
  /** Grows with launch, pause, resume and every nudge; an execution of an older epoch stops by itself. */
  epoch: z.int(),
  /** Continues the same epoch in a fresh execution before the history limit. */
  run: z.int(),
  /** When the sleeping workflow looks next at the latest; absent while it is awake (wake.ts). */
  wakeAt: Instant.exactOptional(),
  /** Until then an execution is taken to be at work or about to start; absent while it sleeps. */
  awakeUntil: Instant.exactOptional(),
  /** Nothing is sent before this instant: quota, throttling, or a claim that must run out. */
  notBefore: Instant.exactOptional(),
  /** Why nothing was sent until then and since when: what SES said, or the day's quota. Over once `until` is past. */
  hold: z.object({ code: z.string(), until: Instant, since: Instant.exactOptional() }).exactOptional(),
  failure: z.string().exactOptional(),
  createdAt: Instant,
  launchedAt: Instant.exactOptional(),
});
export type Info = z.infer<typeof Info>;
