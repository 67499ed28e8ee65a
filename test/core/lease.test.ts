import { expect, test } from "vitest";
import { type Lease, Quota } from "../../packages/core/quota/index.ts";
import { entities } from "../../packages/core/service.ts";
import { table } from "./support/table.ts";

const here = table();
const HOUR_MS = 3_600_000;
const granted = (leases: readonly Lease[]) =>
  leases.reduce((sum, lease) => sum + (lease.ok ? lease.tokens : 0), 0);
/** SES is asked anew after an hour: what it says then is what holds. */
function allow(perSecond: number, perDay: number) {
  Object.assign(here.ses.quota, { MaxSendRate: perSecond, Max24HourSend: perDay });
  here.clock.forward(25 * HOUR_MS);
}

test("ten workers who ask at once get no more together than the account's rate gives", async () => {
  allow(10, 100_000);
  const leases = await Promise.all(Array.from({ length: 10 }, () => Quota.lease("nurture", 100)));
  // At most eight a second for the lane, five seconds a lease; a lease may begin up to six seconds ahead.
  expect(granted(leases)).toBeGreaterThan(0);
  expect(granted(leases)).toBeLessThanOrEqual(8 * 16);
  const { data } = await entities.quota.get({ lane: "nurture" }).go();
  const seconds = (Math.max(...(data?.tracks ?? [])) - here.clock.ms()) / 1000;
  expect(granted(leases)).toBeLessThanOrEqual(seconds * 8);
});

test("the day's share is handed out once, then everybody hears when to come back", async () => {
  allow(100, 50);
  const first = await Quota.lease("nurture", 100);
  expect(first).toMatchObject({ ok: true, tokens: 40 });
  const second = await Quota.lease("nurture", 1);
  expect(second).toMatchObject({ ok: false, code: "day" });
  if (!second.ok) expect(second.notBefore.getTime()).toBeGreaterThan(here.clock.ms() + 23 * HOUR_MS);
});

test("a campaign that has used up its share holds up no confirmation", async () => {
  allow(100, 50);
  await Quota.lease("nurture", 100);
  expect(await Quota.lease("service", 1)).toMatchObject({ ok: true, tokens: 1 });
});

test("an account without a daily limit is not an account that may send nothing", async () => {
  allow(100, -1);
  expect(await Quota.lease("nurture", 50)).toMatchObject({ ok: true, tokens: 50 });
});

test("at a rate that SES changed nobody is given a moment that somebody has from before", async () => {
  allow(4, 100_000);
  await Quota.lease("nurture", 10);
  const { data } = await entities.quota.get({ lane: "nurture" }).go();
  const before = Math.max(...(data?.tracks ?? []));
  here.ses.quota.MaxSendRate = 100;
  await entities.quota.patch({ lane: "nurture" }).set({ askedAt: "2026-01-01T00:00:00.000Z" }).go();
  await Quota.lease("nurture", 10);
  const { data: after } = await entities.quota.get({ lane: "nurture" }).go();
  expect(after?.tracks).toHaveLength(8);
  expect(Math.min(...(after?.tracks ?? []))).toBeGreaterThanOrEqual(before);
});

test("before the first mail of all, SES is asked how fast a campaign may be", async () => {
  await entities.quota.delete({ lane: "nurture" }).go();
  here.ses.quota.MaxSendRate = 50;
  expect(await Quota.perSecond()).toBe(50);
});
