import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Part, Report } from "../../packages/core/rebuild/index.ts";
import { entities } from "../../packages/core/service.ts";
import { act, mail } from "./support/candidate.ts";
import { join } from "./support/joined.ts";
import { everything, expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { replay } from "./support/replay.ts";
import { applicant, pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const HOUR = 3_600_000;
const PEOPLE = ["Ada", "Bea", "Cleo", "Dora"].map(applicant);

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => rm(here.data, { recursive: true, force: true }));

async function expectEqual(): Promise<Report> {
  const { code, said } = await replay(here.data, "--json");
  const report = JSON.parse(said) as Report;
  for (const { rebuilt, equal, different, busy } of Object.values<Part>({ ...report })) {
    expect(rebuilt).toBeGreaterThan(0);
    expect({ equal, different, busy }).toEqual({ equal: rebuilt, different: 0, busy: 0 });
  }
  expect(code).toBe(0);
  return report;
}

test("on a quiet system the log says what is kept, to the byte, and whatever does not is put right", async () => {
  await open(await signIn(here, "ana"));
  await join(here, ...PEOPLE);
  const [first, second, third] = await Promise.all(PEOPLE.map(({ email }) => mail(here, email, /Welcome/)));
  await pass(here, HOUR);
  for (const what of ["open", "click/1", "click/1"]) await act(here, first as never, what);
  await act(here, second as never, "scan");
  await act(here, third as never, "unsubscribe");
  await pass(here, 30 * HOUR);

  await expectFiguresEqualLog(here);
  const { log, roster } = await expectEqual();
  expect(roster.rebuilt).toBe(PEOPLE.length);
  // Joining, entering, its mail, its delivery and an end each; one left; opens and clicks with that there were any.
  expect(log.rebuilt).toBeGreaterThan(5 * PEOPLE.length + 1);

  const items = await everything(here);
  const clicked = ofKind(items, "metric").find((one) => one.clicksHuman) ?? {};
  const { scope, shard, period, clicksHuman } = clicked;
  const place = { scope: String(scope), shard: Number(shard), period: String(period) };
  await entities.metric.patch(place).add({ clicksHuman: 5 }).go();
  const [{ candidateId } = {}] = ofKind(items, "candidate");
  await entities.candidate
    .patch({ candidateId: String(candidateId) })
    .set({ city: "Leipzig" })
    .go();

  const found = await replay(here.data);
  expect(found.code).toBe(1);
  const named = `${scope} ${period}, shard ${shard}: clicksHuman kept ${Number(clicksHuman) + 5}, log ${clicksHuman}`;
  expect(found.said).toContain(named);
  expect(found.said).toContain(`${candidateId}: city\n`);
  expect(found.said).not.toMatch(/Leipzig|Ada|example\.org/);
  expect((await replay(here.data, "--switch")).code).toBe(0);
  await expectFiguresEqualLog(here);

  await here.stop();
  await expectEqual();
});
