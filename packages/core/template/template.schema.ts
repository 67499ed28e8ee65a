import * as z from "zod";
import { Id } from "../id.ts";
import { Instant, Line, Locale } from "../text.ts";

/** One language of a template: subject and Markdown body, both Liquid. */
export const Wording = z.strictObject({
  subject: Line(200),
  body: z.string().trim().min(1, "Write something to send").max(20_000),
});
export type Wording = z.infer<typeof Wording>;

export const Wordings = z
  .partialRecord(Locale, Wording)
  .refine((wordings) => Object.keys(wordings).length > 0, "At least one language is needed");

export const Info = z.object({
  templateId: Id("tpl"),
  name: Line(120),
  wordings: Wordings,
  revision: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Info = z.infer<typeof Info>;
