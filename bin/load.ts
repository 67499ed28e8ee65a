import { parseArgs } from "node:util";
import { report } from "../test/load/report.ts";
import { run, type Size } from "../test/load/run.ts";
import { above0, endWith, note, noteWithTime, say } from "./command.ts";

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

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  const size: Size = {
    rate: above0("rate", values.rate),
    minutes: above0("minutes", values.minutes),
    people: above0("people", values.people),
    seed: above0("seed", values.seed),
  };
  const outcome = await run(size, noteWithTime());
  say(values.json ? JSON.stringify(outcome) : report(outcome));
  for (const problem of outcome.problems) note(problem);
  return outcome.problems.length === 0;
}

await endWith(main());
