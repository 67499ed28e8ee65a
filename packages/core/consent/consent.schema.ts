import * as z from "zod";
import { Ground, Purpose } from "../gate/gate.schema.ts";
import { Id } from "../id.ts";
import { Instant, Locale } from "../text.ts";

export { Purpose };

/** How a permission came about or ended. */
export const Method = z.enum(["form", "double_opt_in", "one_click", "page", "import"]);
export type Method = z.infer<typeof Method>;

/** One line of the ledger. It is never changed: what holds now is the fold, kept in the gate (GDPR art. 7(1), (3)). */
export const Info = z.object({
  consentId: Id("con"),
  candidateId: Id("cnd"),
  purpose: Purpose,
  state: z.enum(["requested", "granted", "withdrawn"]),
  at: Instant,
  method: Method,
  locale: Locale,
  /** Version of the wording and the hash of the exact words she saw. */
  wording: z.string(),
  wordingHash: z.string(),
  /** Form that asked, where one did. */
  formId: z.string().exactOptional(),
  /** Controller named on the page. */
  controller: z.string(),
  until: Instant.exactOptional(),
  /** Of an import: on what ground she may be written to, where her data is from, when and where consent was given. */
  ground: Ground.exactOptional(),
  source: z.string().exactOptional(),
  givenOn: z.iso.date().exactOptional(),
  place: z.string().exactOptional(),
});
export type Info = z.infer<typeof Info>;
