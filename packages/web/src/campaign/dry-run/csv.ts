import type { DryRow } from "@perennial/core/campaign/views.ts";
import { BOM, csvLine } from "@perennial/core/csv.ts";

const HEAD = ["Person", "Step", "When", "Decision", "Reason"];

/** The rows as a CSV file that spreadsheets open as UTF-8. */
export function csvOf(
  rows: readonly DryRow[],
  stepWords: (stepId: string | undefined) => string,
  reason: (row: DryRow) => string,
): string {
  const lines = rows.map((row) => [row.name, stepWords(row.stepId), row.at, row.code, reason(row)]);
  return BOM + [HEAD, ...lines].map((line) => csvLine(line)).join("");
}
