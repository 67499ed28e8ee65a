import { expect, test } from "vitest";
import { table } from "../../infra/index.ts";
import { checkIndexes } from "../local/dynamodb-check.ts";
import { redriven, reopen } from "./support/after.ts";
import { mailsTo } from "./support/candidate.ts";
import { dice, seedOf } from "./support/dice.ts";
import { everything, expectFiguresEqualLog } from "./support/log.ts";
import { killedOnTheWay, type Walked } from "./support/mortal.ts";
import { open } from "./support/organisation.ts";
import { placeOf, run, somewhere, type Where } from "./support/process.ts";
import { type Item, ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { scaled } from "./support/scale.ts";
import type { World } from "./support/world.ts";

const HOUR = 3_600_000;
/** Two other stories kill as well: a campaign ten times, an import three times. */
const KILLS = scaled(20, 12);

test(`killed ${KILLS} times on the way, every path completes, nothing is doubled, the figures equal the log`, async () => {
  const seed = seedOf();
  process.stdout.write(`kill.test.ts: SEED=${seed}\n`);
  const where = await somewhere();
  await openFor(where);
  const { walked, killedAt } = await killedOnTheWay({ where, kills: KILLS, chance: dice(seed), atOnce: 4 });
  process.stdout.write(`kill.test.ts: ${walked.length} people, killed at ${killedAt.join(", ")}\n`);

  const world = await reopen(where);
  try {
    await world.clock.moveTo(world.clock.ms() + 7 * HOUR);
    process.stdout.write(`kill.test.ts: dead letters in ${await redriven(world)}\n`);
    await expectFiguresEqualLog(world);
    const items = await everything(world);
    for (const one of walked) await expectOnce(world, items, one);
    expect(await checkIndexes(world.services.dynamodb.endpoint, table.name)).toEqual([]);
    const running = world.services.workflows.executions().filter(({ status }) => status === "RUNNING");
    expect(running).toMatchObject([{ state: "Sleep" }]);
  } finally {
    await world.end();
  }
}, 180_000);

/** The organisation opens and launches its campaign; a clean stop, so that compiled code is kept for the restarts. */
async function openFor(where: Where) {
  const machine = run(where);
  await machine.ready;
  await open(await signIn(placeOf(where), "ana"));
  await machine.end("SIGINT");
}

/** She is one member, with one enrolment that ended and one welcome mail, whose outcome is unknown only if SES never had it. */
async function expectOnce(world: World, items: readonly Item[], { person, welcomed }: Walked) {
  const [address, ...others] = ofKind(items, "address").filter(({ raw }) => raw === person.email);
  expect(others).toEqual([]);
  const hers = items.filter(({ candidateId }) => candidateId === address?.candidateId);
  expect(ofKind(hers, "candidate")).toMatchObject([{ standing: "member" }]);
  const events = (type: string) => ofKind(hers, "event").filter((event) => event.type === type);
  expect(events("candidate.joined")).toHaveLength(1);

  const mails = await mailsTo(world, person.email);
  const welcomes = mails.filter(({ subject }) => subject.startsWith("Welcome,"));
  const state = welcomed ? "accepted" : "unknown";
  expect(welcomes).toHaveLength(welcomed ? 1 : 0);
  expect(ofKind(hers, "message").filter((one) => one.class === "nurture")).toMatchObject([{ state }]);
  expect(ofKind(hers, "enrolment")).toMatchObject([
    { end: "finished", reason: { code: welcomed ? "sent" : "unknown" } },
  ]);
  expect(mails.length - welcomes.length).toBeLessThanOrEqual(events("consent.requested").length);
  const accepted = ofKind(hers, "message").filter((one) => one.state === "accepted");
  expect(mails.flatMap(({ tags }) => tags.message ?? []).sort()).toEqual(
    accepted.map(({ messageId }) => messageId).sort(),
  );
}
