import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Asked, askedOf } from "../test/bench/asked.ts";
import { NAMES, USUAL_NAMES } from "../test/bench/figures.ts";
import { before, keep, keptIn, type Setting } from "../test/bench/kept.ts";
import { measure } from "../test/bench/measure.ts";
import { pageWith } from "../test/bench/page.ts";
import type { Outcome } from "../test/bench/sample.ts";
import { insistOnCommit, settingOf } from "../test/bench/setting.ts";
import { machineTold, told } from "../test/bench/told.ts";
import { trend } from "../test/bench/trend.ts";
import { root } from "./check/files.ts";

const HELP = `How fast the product is on this machine: medians of three runs.

  npm run bench                             the usual figures, about eight minutes: ${USUAL_NAMES.join(", ")}
  npm run bench -- lists decisions          some by name, also: ${NAMES.filter((name) => !USUAL_NAMES.includes(name)).join(", ")}
  npm run bench -- campaign --people 10000  another size; for campaign, preview, lists, profiles, cost
  npm run bench -- --json                   one JSON object
  npm run bench -- --keep                   writes test/bench/results/, the picture of the trend and docs/performance.md
  npm run bench -- signup --rounds 1        a try
`;

const RESULTS = join(root, "test/bench/results");
const PAGE = join(root, "docs/performance.md");
const PICTURE = join(root, "docs/images/trend.svg");

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const note = (text: string): void => void process.stderr.write(`${text}\n`);

/** `--json`: the usual figures are a value and its unit; the others say what else was seen. */
const plain = ({ key, name, value, unit, parts }: Outcome) =>
  [name, key === name && USUAL_NAMES.includes(name) ? { value, unit } : { value, unit, parts }] as const;

async function main(asked: Asked): Promise<void> {
  if (asked.help) return say(HELP);
  if (asked.keep) insistOnCommit();
  const setting = settingOf();
  if (asked.keep) await before(RESULTS, setting);
  note(machineTold(setting));
  const outcomes = await measure(asked, note);
  if (asked.json) say(JSON.stringify(Object.fromEntries(outcomes.map(plain))));
  else say([`${machineTold(setting)}; medians of ${asked.rounds}\n`, ...outcomes.map(told)].join("\n"));
  if (asked.keep) await written(setting, outcomes);
}

async function written(setting: Setting, outcomes: readonly Outcome[]) {
  const name = await keep(RESULTS, setting, outcomes);
  const all = await keptIn(RESULTS);
  await writeFile(PICTURE, trend(all));
  await writeFile(PAGE, pageWith(await readFile(PAGE, "utf8"), all));
  note(`Kept as ${name}; docs/performance.md and its picture show it`);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What is wrong with the command line is said with what would be right. */
function asked(): Asked {
  try {
    return askedOf(process.argv.slice(2));
  } catch (error) {
    note(`${words(error)}\n\n${HELP}`);
    process.exit(1);
  }
}

await main(asked()).then(
  () => process.exit(0),
  (error: unknown) => {
    note(error instanceof Error && error.stack ? error.stack : words(error));
    process.exit(1);
  },
);
