import { parseArgs } from "node:util";
import { total } from "../packages/local/meter/index.ts";
import { costsOf } from "../test/cost/bill.ts";
import { calls } from "../test/cost/calls.ts";
import { run } from "../test/cost/campaign.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000" },
    steps: { type: "string", default: "6" },
    days: { type: "string", default: "90" },
    json: { type: "boolean" },
    calls: { type: "boolean" },
  },
});
const size = { people: Number(values.people), steps: Number(values.steps), days: Number(values.days) };
const began = performance.now();
const done = await run(size, (what) =>
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${what}\n`),
);
process.stdout.write(`${JSON.stringify(costsOf(done), null, 2)}\n`);
if (values.calls)
  process.stdout.write(
    `${calls({ used: done.mailing.used, mails: total(done.mailing.used, "ses.mail") }).join("\n")}\n`,
  );
process.exit(0);
