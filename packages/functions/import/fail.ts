import * as Import from "@perennial/core/import";
import * as z from "zod";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

const Input = Execution.extend({ error: z.object({ Error: z.string().default("Unknown") }) });

/** Marks the import as failed; only the error's name is kept, its text may quote data. */
export const handler = task("import.fail", Input, ({ importId, attempt, error }) =>
  Import.fail(importId, attempt, error.Error),
);
