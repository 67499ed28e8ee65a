import { parseArgs } from "node:util";
import { report } from "../test/load/report.ts";
import { run, type Size } from "../test/load/run.ts";

const HELP = `Sign-ups come at a rate that does not ask how fast they are answered, while a campaign runs.

  npm run load                                                200 a second for 5 minutes, a campaign to 100,000 people
  npm run load -- --rate 50 --minutes 1 --people 5000         another size
  npm run load -- --seed 7                                    they come at the same moments again
  npm run load -- --json                                      one JSON object

Then everything comes to rest. It ends with 1 if an acknowledged sign-up is lost, if one is refused otherwise than by 429 with
Retry-After, if anything is sent twice or left lying, or if memory grows more than the data that was written explains.
`;

const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "200" },
    minutes: { type: "string", default: "5" },
    people: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

function above0(name: "rate" | "minutes" | "people" | "seed"): number {
  const number = Number(values[name]);
  if (!(number > 0)) throw new Error(`--${name} takes a number above 0, not ${values[name]}`);
  return number;
}

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  const size: Size = {
    rate: above0("rate"),
    minutes: above0("minutes"),
    people: above0("people"),
    seed: above0("seed"),
  };
  const began = performance.now();
  const outcome = await run(size, (what) =>
    note(`${Math.round((performance.now() - began) / 1000)} s: ${what}`),
  );
  say(values.json ? JSON.stringify(outcome) : report(outcome));
  for (const problem of outcome.problems) note(problem);
  return outcome.problems.length === 0;
}

await main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: Error) => {
    note(error.message);
    process.exit(1);
  },
);
