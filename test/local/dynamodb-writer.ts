import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { table } from "../../infra/table.ts";
import { startDynamoDb } from "../../packages/local/dynamodb/index.ts";
import { clientOf } from "./dynamodb-client.ts";
import { modelOn } from "./dynamodb-model.ts";

/**
 * A process to be killed: `dynamodb-writer.ts DIRECTORY ROUND` runs the table and writes to it through ElectroDB as fast as
 * it can, in single writes, batches and transactions. Prints `personId score` for each single write that was acknowledged.
 */
const [path = "", round = "0"] = process.argv.slice(2);
const service = await startDynamoDb({
  path,
  table,
  clock: { ms: Date.now },
  journal: { note: () => undefined },
});
const model = modelOn(DynamoDBDocumentClient.from(clientOf(service.endpoint)), table.name);
const stages = ["new", "engaged", "applied", "hired"];
const pick = (n: number) => Math.floor(Math.random() * n);
let score = Number(round) * 1_000_000;

const person = (personId: string, n: number) => ({
  personId,
  stage: stages[n % 4] ?? "new",
  score: n,
  ...(n % 3 === 0 ? {} : { campaignId: `k${n % 5}`, dueAt: `${n % 7}` }),
});

async function single(personId: string) {
  score += 1;
  const n = score;
  await model.person.put(person(personId, n)).go();
  process.stdout.write(`${personId} ${n}\n`);
}
const batch = (writer: number) =>
  model.person.put(Array.from({ length: 10 }, (_, n) => person(`batch${writer}-${n}`, pick(1000)))).go();
const transaction = () =>
  model.service.transaction
    .write(({ counter }) => ["a", "b", "c"].map((name) => counter.upsert({ name }).add({ n: 1 }).commit()))
    .go();

async function write(writer: number): Promise<never> {
  for (;;) {
    if (writer % 5 === 0) await batch(writer);
    else if (writer % 5 === 1) await transaction();
    else await single(`w${writer}-${pick(40)}`);
  }
}
await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
