import type * as z from "zod";
import { AppError, type Problem } from "./error.ts";

/** An operation whose input is parsed once, here. The schema travels with it. */
export function fn<S extends z.ZodType, R>(schema: S, run: (input: z.output<S>) => R) {
  const operation = (input: z.input<S>): R => run(parse(schema, input));
  return Object.assign(operation, { schema });
}

/** An operation as routes, the OpenAPI document and tests see it. */
export interface Operation {
  (input: never): unknown;
  readonly schema: z.ZodType;
}

/** Parses, or refuses with `input.invalid` naming every field that is wrong. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(problemsOf);
  const named = problems.map(({ field, message }) => `${field}: ${message}`).join("; ");
  throw new AppError("invalid", "input.invalid", named, problems);
}

/** What is wrong as a whole, not in one field. */
const WHOLE = "body";

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "Not a known field" }));
  return [{ field: issue.path.join(".") || WHOLE, message: issue.message }];
}
