import { parseArgs } from "node:util";
import { total } from "../packages/local/meter/index.ts";
import { costsOf } from "../test/cost/bill.ts";
import { calls } from "../test/cost/calls.ts";
import { run, type Size } from "../test/cost/campaign.ts";
import { fixedPerMonth } from "../test/cost/fixed.ts";
import { table } from "../test/cost/table.ts";

const HELP = `What a campaign costs on AWS: it runs in the local cloud, and everything that AWS bills is counted.

  npm run cost                                          1,000 people, 6 mails in 90 days, about three minutes
  npm run cost -- --people 10000 --steps 6 --days 90    another size: at least 3 steps, 4 days from mail to mail
  npm run cost -- --calls                               each call of a mail as well, with its units
  npm run cost -- --json                                one JSON object
`;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000" },
    steps: { type: "string", default: "6" },
    days: { type: "string", default: "90" },
    calls: { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

function size(): Size {
  const [people, steps, days] = [values.people, values.steps, values.days].map(Number) as [
    number,
    number,
    number,
  ];
  const whole = [people, steps, days].every((n) => Number.isInteger(n) && n > 0);
  if (!whole || steps < 3 || days < 4 * (steps - 1))
    throw new Error("At least one person, three steps, and four days from one mail to the next");
  return { people, steps, days };
}

async function main() {
  if (values.help) return say(HELP);
  const asked = size();
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const done = await run(asked, (what) => note(`${seconds()} s: ${what}`));
  const costs = costsOf(done);
  const fixed = fixedPerMonth();
  if (values.json) return say(JSON.stringify({ ...costs, fixedPerMonth: fixed, seconds: seconds() }));
  say(table(asked, costs, fixed));
  const { used } = done.mailing;
  if (values.calls) say(["", ...calls({ used, mails: total(used, "ses.mail") })].join("\n"));
}

await main().then(
  () => process.exit(0),
  (error: Error) => {
    note(error.message);
    process.exit(1);
  },
);
