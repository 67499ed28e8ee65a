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
  // Eight a second for the lane, five seconds a lease; a lease may begin up to five seconds ahead.
  expect(granted(leases)).toBeGreaterThan(0);
  expect(granted(leases)).toBeLessThanOrEqual(8 * 15);
  const { data } = await entities.quota.get({ lane: "nurture" }).go();
  expect((data?.busyUntil ?? 0) - here.clock.ms()).toBeCloseTo((granted(leases) / 8) * 1000, 3);
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
