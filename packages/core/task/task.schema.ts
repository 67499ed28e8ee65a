import * as z from "zod";
import { Id } from "../id.ts";
import { Instant, Line } from "../text.ts";

export const TaskId = Id("tsk");

/** task: somebody has to do it. notice: somebody should know; reading it is enough. */
export const Kind = z.enum(["task", "notice"]);
export type Kind = z.infer<typeof Kind>;

/** Something about one person that waits for a colleague. */
export const Info = z.object({
  taskId: TaskId,
  candidateId: Id("cnd"),
  kind: Kind,
  words: Line(200),
  dueOn: z.iso.date(),
  /** The colleague it waits for, or `anybody`. */
  assignee: z.string().max(120),
  campaignId: Id("cmp").exactOptional(),
  /** Who wrote it, as the log names actors. */
  actor: z.string(),
  createdAt: Instant,
  doneAt: Instant.exactOptional(),
  doneBy: z.string().exactOptional(),
});
export type Info = z.infer<typeof Info>;
