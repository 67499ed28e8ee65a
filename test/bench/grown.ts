import { written } from "./figure.ts";
import { FIGURES } from "./figures.ts";
import type { Kept } from "./kept.ts";
import { type Newest, newest } from "./newest.ts";

/** Tables that show what one person takes by how many there are: it must not grow. */
export const grown = (all: readonly Kept[]): string[] => {
  const tables = [...campaigns(all), ...costs(all)];
  return tables.length > 0 ? ["", "## Growth", ...tables] : [];
};

const count = (people: number) => people.toLocaleString("en-US");

/** Every size that a figure was kept with, the smallest first. */
function sizes(name: string, usual: number | undefined, all: readonly Kept[]) {
  const keys = [...new Set(all.flatMap(({ figures }) => Object.keys(figures)))];
  const sized = keys
    .filter((key) => key.startsWith(`${name}@`))
    .map((key) => [Number(key.split("@")[1]), key] as const);
  const both = usual === undefined ? sized : [[usual, name] as const, ...sized];
  return both
    .sort(([a], [b]) => a - b)
    .flatMap(([people, key]) => newest(key, all).map((figure) => ({ people, figure })));
}

const partOf =
  ({ parts = {} }: Newest) =>
  (word: string, digits: number) =>
    (parts[word] ?? 0).toFixed(digits);

function campaigns(all: readonly Kept[]): string[] {
  const rows = sizes("campaign", undefined, all).map(({ people, figure }) => {
    const of = partOf(figure);
    return [
      ...[`| ${count(people)}`, `${written(figure.value, "1/s")}/s`, `${of("ms each", 1)} ms`],
      ...[`${of("ms of CPU each", 1)} ms`, `${of("kB on disk each", 1)} kB`, `${of("MB in memory", 0)} MB`],
      `${of("s for the exact segment", 2)} s |`,
    ].join(" | ");
  });
  if (rows.length === 0) return [];
  return [
    "",
    "`npm run bench -- campaign --people N`: one mail to each of N people who are there already. On disk are the mails and the journal as well, which only a laptop keeps.",
    "",
    "| people | mails | time a person | CPU a person | on disk a person | memory | exact segment before |",
    "|---|---|---|---|---|---|---|",
    ...rows,
  ];
}

function costs(all: readonly Kept[]): string[] {
  const found = sizes("cost", FIGURES.cost.people, all);
  if (found.length < 2) return [];
  const rows = found.map(({ people, figure }) => {
    const of = partOf(figure);
    const mails = of("$ of all else for 1,000 mails", 5);
    return `| ${count(people)} | $${written(figure.value, "$")} | $${mails} | ${of("write units a mail", 1)} | ${of("bytes kept of a mail", 0)} |`;
  });
  return [
    "",
    "`npm run bench -- cost --people N`: six mails in 90 days on AWS, by the meter.",
    "",
    "| people | for 1,000 people | beside SES's fee, for 1,000 mails | write units a mail | bytes kept of a mail |",
    "|---|---|---|---|---|",
    ...rows,
  ];
}
