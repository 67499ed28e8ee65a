import { atScale } from "./at-scale.ts";
import { betterIsMore, type Figure, type Unit, written } from "./figure.ts";
import { FIGURES, NAMES, type Name, USUAL_NAMES } from "./figures.ts";
import { grown } from "./grown.ts";
import type { Kept, Value } from "./kept.ts";
import { type Newest, newest } from "./newest.ts";
import { machineTold, otherTold, partsTold } from "./told.ts";

const BY = "written by npm run bench -- --keep";

/** The page with what is between its marks replaced by what was measured last of each figure. */
export function pageWith(page: string, all: readonly Kept[]): string {
  const [cost] = newest("cost", all);
  const shown = between(page, "tables", section(all));
  return cost?.parts ? between(shown, "a million", atScale(cost.parts)) : shown;
}

function between(page: string, what: string, lines: readonly string[]): string {
  const [mark, end] = [`<!-- ${what}: ${BY} -->`, `<!-- end of ${what} -->`];
  const [from, to] = [page.indexOf(mark), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has lost its marks around ${what}`);
  return [page.slice(0, from) + mark, "", ...lines, "", page.slice(to)].join("\n");
}

function section(all: readonly Kept[]): string[] {
  const usual = USUAL_NAMES.flatMap((name) => newest(name, all));
  const further = NAMES.filter((name) => !USUAL_NAMES.includes(name)).flatMap((name) => newest(name, all));
  return [
    ...settings([...usual, ...further]),
    "![How the figures went, commit by commit](images/trend.svg)",
    "",
    ...compared(usual),
    ...asked(further),
    ...grown(all),
  ];
}

/** Every commit and machine that something below comes from. */
function settings(found: readonly Newest[]): string[] {
  const from = [...new Set(found.map(({ of }) => of))];
  return from.flatMap((of) => [`${of.at.slice(0, 10)}, commit ${of.commit}: ${machineTold(of)}.`, ""]);
}

const suffix = (unit: Unit) => (unit === "1/s" ? "/s" : ` ${unit}`);
const cell = ({ value, unit }: Value) => written(value, unit) + suffix(unit);

/** Whether a figure is better than what the comparable server does, as a word. */
export function verdict({ unit, other }: Pick<Figure, "unit" | "other">, value: number): string {
  if (!other) return "";
  const [least, most] = other;
  const [more, less] = unit === "MB" ? ["more", "less"] : ["slower", "faster"];
  if (value >= least && value <= most) return "the same";
  const better = betterIsMore(unit) ? value > most : value < least;
  return better ? less : `**${more}**`;
}

function compared(found: readonly Newest[]): string[] {
  const rows = found.map(({ key, ...value }) => {
    const figure = FIGURES[key as Name];
    const other = figure.other ? otherTold(figure.other) + suffix(value.unit) : "";
    return `| \`${key}\`: ${figure.words} | ${cell(value)} | ${other} | ${verdict(figure, value.value)} |`;
  });
  return ["| `npm run bench` | Perennial | the other | |", "|---|---|---|---|", ...rows];
}

/** `npm run bench -- NAME`. */
function asked(found: readonly Newest[]): string[] {
  const rows = found.map(({ key, parts = {}, ...value }) => {
    const { words, other } = FIGURES[key as Name];
    const beside = other ? `${otherTold(other)}${suffix(value.unit)} for the exact answer` : "not measured";
    return `| \`${key}\`: ${words} | ${cell(value)} | ${key === "lambdas" ? "" : partsTold(parts).join(", ")} | ${beside} |`;
  });
  return rows.length > 0
    ? ["", "| `npm run bench -- NAME` | | with it | the other |", "|---|---|---|---|", ...rows]
    : [];
}
