import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { table as spec } from "../infra/table.ts";
import { Actor } from "../packages/core/actor.ts";
import { Clock } from "../packages/core/clock.ts";
import { newId } from "../packages/core/id.ts";
import type { Report } from "../packages/core/rebuild/index.ts";
import { attach } from "../packages/local/attach.ts";
import { isRight, tableOf } from "./replay/table.ts";

const HELP = `Counts the log again, beside the figures and the roster that are kept, and compares.

  npm run replay                        what is in .perennial, whether the product runs on it or not; changes nothing
  npm run replay -- --data DIR          another data directory
  npm run replay -- --switch            what differs is put as the log says
  npm run replay -- --json              one JSON object
  npm run replay -- --table perennial-production --region eu-central-1
                                        a table on AWS, with the credentials of this shell

It ends with 1 if something differs and was not put right. Running it again does no harm.
`;

const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".perennial" },
    table: { type: "string" },
    region: { type: "string" },
    switch: { type: "boolean", default: false },
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);

/** The table that is meant becomes core's; answers what lets go of it. */
async function open(): Promise<() => Promise<void>> {
  const { table, region, data } = values;
  if (region) process.env.AWS_REGION = region;
  process.env.PERENNIAL_TABLE = table ?? spec.name;
  if (table) return async () => undefined;
  const { endpoint, ms, close } = await attach(resolve(data));
  const local = { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };
  Object.assign(process.env, local, { AWS_ENDPOINT_URL_DYNAMODB: endpoint });
  Clock.use(ms);
  return close;
}

async function replay(): Promise<Report> {
  // Core reads which table is its own as it is loaded.
  const Rebuild = await import("../packages/core/rebuild/index.ts");
  const actor = { kind: "system", id: "replay", trace: newId("trc") } as const;
  return Actor.run(actor, () => Rebuild.replay({ switching: values.switch }));
}

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  const close = await open();
  try {
    const report = await replay();
    say(values.json ? JSON.stringify(report) : tableOf(report));
    return isRight(report);
  } finally {
    await close();
  }
}

await main().then(
  (right) => process.exit(right ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
