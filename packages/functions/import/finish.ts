import * as Import from "@perennial/core/import";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

/** Last task: sums up, and removes the file. */
export const handler = task("import.finish", Execution, ({ importId }) => Import.finish(importId));
