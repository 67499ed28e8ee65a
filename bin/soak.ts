import { parseArgs } from "node:util";
import type { Size } from "../test/soak/day.ts";
import { figures, report } from "../test/soak/report.ts";
import { run } from "../test/soak/run.ts";

const HELP = `A year of the product in one go: the clock is moved from day to day, and everything goes right.

  npm run soak                                                5,000 people, 20 campaigns, 365 days
  npm run soak -- --people 300 --campaigns 4 --days 60        another size
  npm run soak -- --seed 7                                    other people do other things
  npm run soak -- --json                                      one JSON object

It ends with 1 if one of the fault runs' invariants is broken, if a replay of the log or the self-check finds a drift, or if the
product logged an error on any of the days.
`;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "5000" },
    campaigns: { type: "string", default: "20" },
    days: { type: "string", default: "365" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

function whole(name: keyof Size): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} takes a whole number above 0, not ${values[name]}`);
  return number;
}

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  const size: Size = {
    people: whole("people"),
    campaigns: whole("campaigns"),
    days: whole("days"),
    seed: whole("seed"),
  };
  const began = performance.now();
  const lived = await run(size, (what) =>
    note(`${Math.round((performance.now() - began) / 1000)} s: ${what}`),
  );
  const all = figures(lived);
  say(values.json ? JSON.stringify(all) : report(lived));
  for (const problem of all.problems) note(problem);
  return all.problems.length === 0;
}

await main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: Error) => {
    note(error.message);
    process.exit(1);
  },
);
