import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { checkIndexes } from "./dynamodb-check.ts";
import { modelOn } from "./dynamodb-model.ts";
import { dynamodb, temporary } from "./dynamodb-setup.ts";

const ROUNDS = 3;
const ACKNOWLEDGED = 120;

/** Lets the writer work until it has acknowledged enough, kills it as `kill -9` does, and answers what it had acknowledged. */
async function writeAndKill(path: string, round: number) {
  const script = join(import.meta.dirname, "dynamodb-writer.ts");
  const child = spawn(process.execPath, [script, path, String(round)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const scores = new Map<string, number>();
  let lines = 0;
  for await (const line of createInterface(child.stdout)) {
    const [personId = "", score] = line.split(" ");
    scores.set(personId, Number(score));
    lines += 1;
    if (lines === ACKNOWLEDGED) child.kill("SIGKILL");
  }
  expect(lines).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  return scores;
}

test("killed again and again under load, it keeps every acknowledged write and every index row right", async () => {
  const path = await temporary();
  const acknowledged = new Map<string, number>();
  for (let round = 1; round <= ROUNDS; round++)
    for (const [personId, score] of await writeAndKill(path, round)) acknowledged.set(personId, score);

  const { endpoint, documents, table, feed } = await dynamodb({ path });
  expect(await checkIndexes(endpoint, table)).toEqual([]);

  const model = modelOn(documents, table);
  const people = await model.person.scan.go({ pages: "all" });
  const kept = new Map(people.data.map(({ personId, score = 0 }) => [personId, score]));
  const lost = [...acknowledged].filter(([personId, score]) => (kept.get(personId) ?? 0) < score);
  expect(lost).toEqual([]);

  const counters = await model.counter.get(["a", "b", "c"].map((name) => ({ name }))).go();
  expect(new Set(counters.data.map(({ n }) => n)).size).toBe(1);

  const told = new Map<string | undefined, number>();
  for (const { dynamodb } of await feed.read("", 1_000_000))
    if (dynamodb.NewImage?.personId)
      told.set(dynamodb.NewImage.personId.S, Number(dynamodb.NewImage.score?.N));
  expect(told).toEqual(kept);
}, 60_000);
