import * as Import from "@perennial/core/import";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

/** First task: cuts the file into parts. */
export const handler = task("import.prepare", Execution, ({ importId }) => Import.prepare(importId));
