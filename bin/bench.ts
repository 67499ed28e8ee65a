import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { FIGURES, NAMES, type Name } from "../test/bench/figures.ts";
import { figuresOf, fitness, tableOf } from "../test/bench/lambdas.ts";
import { arrivals, relationship, type Sample, segments } from "../test/bench/round.ts";

const HELP = `How fast the product is on this machine: medians of three runs.

  npm run bench                  everything, about fifteen minutes
  npm run bench -- campaign      one figure, or several: ${NAMES.join(", ")}
  npm run bench -- lambdas       each function as Lambda gets it: size, time to load, what weighs most
  npm run bench -- --json        one JSON object
`;

const ROUNDS = 3;

const say = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, help: { type: "boolean" } },
  allowPositionals: true,
});
/** Not a figure of the running product, so it is measured only when asked for. */
const LAMBDAS = "lambdas";
const isName = (name: string): name is Name => (NAMES as readonly string[]).includes(name);
const unknown = positionals.filter((name) => name !== LAMBDAS && !isName(name));
if (values.help || unknown.length > 0) {
  say(HELP);
  process.exit(unknown.length > 0 ? 1 : 0);
}
const wanted = new Set(positionals.length > 0 ? positionals.filter(isName) : NAMES);

const any = (...names: Name[]) => names.some((name) => wanted.has(name));

async function measure(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    note(`Round ${round} of ${ROUNDS}`);
    if (any("start", "signup")) samples.push(...(await arrivals()));
    if (any("import", "campaign", "events", "rss")) samples.push(...(await relationship()));
  }
  if (any("segment100k")) {
    note("A pool of 100,000 people");
    samples.push(...(await segments(ROUNDS)));
  }
  return samples;
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

function line(name: Name, samples: readonly Sample[]): string {
  const { unit, words, other, limit } = FIGURES[name];
  const value = median(samples.map((sample) => sample.value));
  const used = samples.flatMap(({ cpu }) => (cpu ? [cpu] : []));
  const each = (median(used.map((cpu) => cpu.each)) * 1000).toFixed(1);
  const busy = median(used.map(({ cores }) => cores)).toFixed(1);
  const measured = used.length > 0 ? ` ${each} ms of CPU each, ${busy} cores busy.` : "";
  const beside = other === "" ? "" : ` (a comparable server: ${other})`;
  return `${name.padEnd(12)} ${value.toFixed(unit === "s" ? 2 : 0).padStart(7)} ${unit.padEnd(3)}  ${words}${beside}\n${" ".repeat(25)}${limit}${measured}`;
}

if (positionals.includes(LAMBDAS)) {
  const all = await fitness();
  say(values.json ? JSON.stringify(figuresOf(all)) : `Node ${process.versions.node}\n\n${tableOf(all)}\n`);
  if (positionals.every((name) => name === LAMBDAS)) process.exit();
}

const samples = await measure();
const found = NAMES.filter((name) => wanted.has(name)).map((name) => ({
  name,
  samples: samples.filter((sample) => sample.name === name),
}));
if (values.json)
  say(
    JSON.stringify(
      Object.fromEntries(
        found.map(({ name, samples }) => [
          name,
          { value: median(samples.map(({ value }) => value)), unit: FIGURES[name].unit },
        ]),
      ),
    ),
  );
else {
  say(
    `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}; medians of ${ROUNDS}\n`,
  );
  for (const { name, samples } of found) say(line(name, samples));
}
