import { expect, test } from "vitest";
import { table } from "../../infra/index.ts";
import { startCloud } from "../../packages/local/cloud.ts";
import { checkIndexes } from "../local/dynamodb-check.ts";
import { dice, seedOf } from "./support/dice.ts";
import { begin, ended, mapFile, peopleReach } from "./support/import.ts";
import { everything } from "./support/log.ts";
import { acme } from "./support/organisation.ts";
import { peopleFile } from "./support/people-file.ts";
import { placeOf, run, somewhere } from "./support/process.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";

const KILLS = 3;
const ROWS = 300;

test("killed in the middle of an import, everybody is there once and counted once", async () => {
  const seed = seedOf();
  process.stdout.write(`import-kill.test.ts: SEED=${seed}\n`);
  const chance = dice(seed);
  const where = await somewhere();
  const here = placeOf(where);
  let machine = run(where);
  await machine.ready;
  const file = peopleFile({ rows: ROWS, today: new Date(here.clock.ms()) });
  const ana = await signIn(here, "ana");
  await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  const { importId, revision } = await mapFile(ana, file, { by: "column" });
  await begin(ana, importId, revision);
  const killedAt: number[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const among = Math.floor(ROWS / (KILLS + 1));
    killedAt.push(await peopleReach(ana, chance.between((kill - 1) * among + 1, kill * among)));
    await machine.end("SIGKILL");
    machine = run(where);
    await machine.ready;
  }
  const done = await ended(ana, importId);
  await machine.end("SIGINT");
  process.stdout.write(`import-kill.test.ts: people there at each kill ${killedAt.join(", ")}\n`);
  const { unchanged, rejected } = file.expected;
  expect(done.state).toBe("finished");
  expect(done.counts).toEqual({ new: file.expected.new, updated: 0, unchanged, rejected });

  const cloud = await startCloud(where);
  try {
    const items = await everything({ ...cloud, data: where.data, end: cloud.stop });
    expect(ofKind(items, "candidate")).toHaveLength(file.expected.new);
    const added = ofKind(items, "event").filter(({ type }) => type === "candidate.added");
    expect(new Set(added.map(({ candidateId }) => candidateId)).size).toBe(file.expected.new);
    expect(added).toHaveLength(file.expected.new);
    expect(await checkIndexes(cloud.services.dynamodb.endpoint, table.name)).toEqual([]);
  } finally {
    await cloud.stop();
  }
}, 240_000);
