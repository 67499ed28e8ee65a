import * as z from "zod";
import { Id } from "../id.ts";
import { Instant, Line } from "../text.ts";

export const State = z.enum(["draft", "running", "paused", "stopped", "failed"]);
export type State = z.infer<typeof State>;

/** Who enters: whoever joins by this form from the launch until the campaign is stopped. */
export const Entry = z.strictObject({ kind: z.literal("form"), formId: Id("frm") });

/** One step of the journey. `stepId` is short, because it travels in every mail's tags. */
export const Step = z.strictObject({
  stepId: z.string().regex(/^[a-z0-9-]{1,20}$/, "Small letters, digits and hyphens, at most 20"),
  kind: z.literal("email"),
  templateId: Id("tpl"),
});
export type Step = z.infer<typeof Step>;

export const Steps = z
  .array(Step)
  .min(1, "A campaign needs a step")
  .max(1, "This release runs one e-mail step a campaign");

export const Info = z.object({
  campaignId: Id("cmp"),
  name: Line(120),
  state: State,
  entry: Entry,
  steps: Steps,
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
  failure: z.string().exactOptional(),
  createdAt: Instant,
  launchedAt: Instant.exactOptional(),
});
export type Info = z.infer<typeof Info>;
