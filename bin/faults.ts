import { parseArgs } from "node:util";
import { MUTANTS } from "../test/faults/mutants/mutants.ts";
import { report } from "../test/faults/report.ts";
import { run } from "../test/faults/run.ts";
import { ROUGH } from "../test/faults/weather.ts";
import { above0, note, say } from "./command.ts";

const HELP = `The product works while things go wrong; then everything is checked that must hold.

  npm run faults                             one seed, two minutes
  npm run faults -- --seed 7 --minutes 2     the same weather again
  npm run faults -- --seed 1 --runs 30       seeds 1 to 30, one after the other
  npm run faults -- --seed 7 --keep          leaves the data directory, for npm start -- --data DIR
  npm run faults -- --mutant drop-the-claim  a product with a mistake: it has to be found

Mutants: ${Object.keys(MUTANTS).join(", ")}
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string", default: "2" },
    runs: { type: "string", default: "1" },
    mutant: { type: "string" },
    keep: { type: "boolean", default: false },
    help: { type: "boolean" },
  },
});

/** Answers how many seeds broke something. */
async function main(): Promise<number> {
  if (values.help) {
    say(HELP);
    return 0;
  }
  const { mutant } = values;
  if (mutant !== undefined && !Object.hasOwn(MUTANTS, mutant))
    throw new Error(`There is no mutant ${mutant}: ${Object.keys(MUTANTS).join(", ")}`);
  const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  let failed = 0;
  for (let seed = first; seed < first + above0("runs", values.runs); seed++) {
    const duration = above0("minutes", values.minutes) * 60_000;
    const weather = { ...ROUGH, seed, duration, keep: values.keep, ...(mutant ? { mutant } : {}) };
    const outcome = await run(weather, (what) => note(`seed ${seed}: ${what}`));
    say(report(seed, outcome));
    if (outcome.found.length > 0) failed += 1;
  }
  return failed;
}

// What goes wrong on purpose need not be told.
process.env.PERENNIAL_LOG_LEVEL = "SILENT";

await main().then(
  (failed) => process.exit(failed > 0 ? 1 : 0),
  (error: Error) => {
    note(String(error.stack));
    process.exit(1);
  },
);
