import { type File, files } from "./files.ts";
import { functions } from "./measure.ts";
import { quantile } from "./quantile.ts";
import type { Result } from "./result.ts";

const LIMIT = { file: 300, function: 50, median: 60, p95: 200 };
/** Written by a tool: nobody reads or edits it by the line. */
const GENERATED = /\.html\.ts$/;
const LARGEST = 5;

interface Sized {
  readonly path: string;
  readonly folder: string;
  readonly lines: number;
  readonly longest: { readonly name: string; readonly at: number; readonly lines: number };
}

/** House rule 4: files and functions that fit the eye. Prints the sizes, fails beyond them. */
export function sizes(): Result {
  const all = files("{packages,infra,stacks,bin,test}/**/*.{ts,tsx,mjs}");
  const generated = all.filter(({ path }) => GENERATED.test(path));
  const sized = all.filter(({ path }) => !GENERATED.test(path)).map(size);
  return {
    name: "sizes",
    problems: [...tooLarge(sized), ...tooLargeTogether(sized)],
    notes: [
      ...table(sized),
      `largest: ${largest(sized)}`,
      ...generated.map(({ path }) => `not counted: ${path} is generated`),
    ],
  };
}

function size({ path, text }: File): Sized {
  const [first = "", second = ""] = path.split("/");
  const none = { name: "", at: 0, lines: 0 };
  return {
    path,
    folder: first === "packages" ? `packages/${second}` : first,
    lines: text.split("\n").length - 1,
    longest: functions(path, text).reduce((a, b) => (b.lines > a.lines ? b : a), none),
  };
}

function tooLarge(sized: readonly Sized[]) {
  return sized.flatMap(({ path, lines, longest }) => [
    ...(lines > LIMIT.file ? [`${path} has ${lines} lines; ${LIMIT.file} is the limit`] : []),
    ...(longest.lines > LIMIT.function
      ? [`${path}:${longest.at} ${longest.name} has ${longest.lines} lines; ${LIMIT.function} is the limit`]
      : []),
  ]);
}

function tooLargeTogether(sized: readonly Sized[]) {
  const { median, p95 } = spread(sized);
  return [
    ...(median < LIMIT.median
      ? []
      : [`The median file has ${median} lines; it must stay under ${LIMIT.median}`]),
    ...(p95 < LIMIT.p95 ? [] : [`The 95th percentile is ${p95} lines; it must stay under ${LIMIT.p95}`]),
  ];
}

function table(sized: readonly Sized[]) {
  const folders = Map.groupBy(sized, ({ folder }) => folder);
  return [
    row("", "files", "lines", "median", "p95", "longest function"),
    ...[...folders].map(([folder, its]) => summary(folder, its)),
    summary("all", sized),
  ];
}

function summary(folder: string, sized: readonly Sized[]) {
  const { median, p95, total } = spread(sized);
  const { path, longest } = sized.reduce((a, b) => (b.longest.lines > a.longest.lines ? b : a));
  const where = `${longest.lines} ${longest.name} ${path}:${longest.at}`;
  return row(folder, sized.length, total, median, p95, where);
}

function row(folder: string, ...cells: readonly (string | number)[]) {
  const last = cells.at(-1);
  return `${folder.padEnd(20)}${cells
    .slice(0, -1)
    .map((cell) => String(cell).padStart(7))
    .join("")}  ${last}`;
}

function spread(sized: readonly Sized[]) {
  const lines = sized.map((it) => it.lines);
  return {
    median: quantile(lines, 0.5),
    p95: quantile(lines, 0.95),
    total: lines.reduce((sum, it) => sum + it, 0),
  };
}

function largest(sized: readonly Sized[]) {
  return [...sized]
    .sort((a, b) => b.lines - a.lines)
    .slice(0, LARGEST)
    .map(({ path, lines }) => `${path} ${lines}`)
    .join(", ");
}
