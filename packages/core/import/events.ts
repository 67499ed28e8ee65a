import * as z from "zod";
import { define } from "../event/define.ts";
import { Counts, ImportId } from "./import.schema.ts";

const importId = ImportId;

export const Events = {
  /** The workflow's execution follows from it: one an attempt. */
  Started: define("import.started", z.object({ importId, attempt: z.int() })),
  /** Its file was taken away before anybody was read in. */
  Removed: define("import.removed", z.object({ importId })),
  Finished: define("import.finished", z.object({ importId, counts: Counts })),
  Failed: define("import.failed", z.object({ importId, failure: z.string() })),
};
