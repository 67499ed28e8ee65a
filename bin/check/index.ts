import { licences } from "./licences.ts";
import { locked } from "./locked.ts";
import { places } from "./places.ts";
import type { Check, Result } from "./result.ts";
import { sizes } from "./sizes.ts";
import { tool } from "./tool.ts";
import { tree } from "./tree.ts";

const checks: readonly Check[] = [
  tool("format and lint", "@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  tool("types", "typescript/bin/tsc", "-p", "."),
  tool("nothing unused", "knip/bin/knip.js"),
  sizes,
  tree,
  places,
  licences,
  locked,
];

/** Runs all checks side by side; the tools are processes of their own. */
export function check(): Promise<Result[]> {
  return Promise.all(checks.map(async (it) => it()));
}

/** What to print of them: one line each, the notes, and every problem. */
export function report(results: readonly Result[]): string {
  return results
    .flatMap(({ name, problems, notes = [] }) => [
      `${problems.length ? "failed" : "ok    "}  ${name}`,
      ...notes.map((note) => `        ${note}`),
      ...problems.map((problem) => `  - ${problem}`),
    ])
    .join("\n");
}
