import type { Part, Report } from "../../packages/core/rebuild/index.ts";

const KINDS = [
  ["log", "entries of the log, counted"],
  ["figures", "figures, as the log says"],
  ["roster", "people, as rules and facets see them"],
] as const satisfies readonly (readonly [keyof Report, string])[];
const COLUMNS = ["rebuilt", "equal", "different", "busy", "put"] as const satisfies readonly (keyof Part)[];
const HEADS = ["rebuilt", "equal", "different", "changing", "put right"];

const line = (name: string, cells: readonly string[]): string =>
  [name.padEnd(38), ...cells.map((cell) => cell.padStart(11))].join("").trimEnd();

/** What a replay found, as people read it; each difference by ids and figures, never a name. */
export function tableOf(report: Report): string {
  const rows = KINDS.map(([kind, name]) =>
    line(
      name,
      COLUMNS.map((column) => report[kind][column].toLocaleString("en")),
    ),
  );
  const named = KINDS.flatMap(([kind]) => {
    const { different, named: names } = report[kind];
    const more = different > names.length ? [`  and ${different - names.length} more`] : [];
    return names.length > 0
      ? ["", `Different in ${kind}:`, ...names.map((name) => `  ${name}`), ...more]
      : [];
  });
  return [line("", HEADS), ...rows, ...named].join("\n");
}

/** Whether everything is as the log says by now. */
export const isRight = (report: Report): boolean =>
  KINDS.every(([kind]) => report[kind].different === report[kind].put);
