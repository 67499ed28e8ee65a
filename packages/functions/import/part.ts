import * as Import from "@perennial/core/import";
import * as z from "zod";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

const Input = Execution.extend({ part: z.int() });

/** Reads the people of one part in. */
export const handler = task("import.part", Input, ({ importId, part }, remaining) =>
  Import.work(importId, part, remaining),
);
