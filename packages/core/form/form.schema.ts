import * as z from "zod";
import { Id } from "../id.ts";
import { Instant, Line } from "../text.ts";

/** A sign-up form. This release has one, the talent community's; its questions are fixed. */
export const Info = z.object({
  formId: Id("frm"),
  name: Line(120),
  createdAt: Instant,
});
export type Info = z.infer<typeof Info>;
