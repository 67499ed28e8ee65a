import { parseArgs } from "node:util";
import type { Size } from "../test/soak/day.ts";
import { figures, report } from "../test/soak/report.ts";
import { run } from "../test/soak/run.ts";
import { endWith, note, noteWithTime, say, whole } from "./command.ts";

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

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  const size: Size = {
    people: whole("people", values.people),
    campaigns: whole("campaigns", values.campaigns),
    days: whole("days", values.days),
    seed: whole("seed", values.seed),
  };
  const lived = await run(size, noteWithTime());
  const all = figures(lived);
  say(values.json ? JSON.stringify(all) : report(lived));
  for (const problem of all.problems) note(problem);
  return all.problems.length === 0;
}

await endWith(main());
