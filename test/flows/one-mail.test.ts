import { afterAll, beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { between, openTally, type Reading, type Unit } from "../../packages/local/meter/index.ts";
import { crowd } from "./support/crowd.ts";
import { draft, settle, template } from "./support/launch.ts";
import { startNow } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

/*
 * One mail counted by hand: the list of docs/cost.md, call by call. Whoever adds a call to the way of a mail changes both.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;
const SHE = { ip: "192.0.2.1", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/143.0.0.0 Safari/537.36" };
const tally = openTally();

let here: World;
beforeAll(async () => {
  here = await world(tally.meter);
});
afterAll(() => here.end());

/** Units by call, as the meter heard them, of the functions on the way of a mail. */
function of(reading: Reading, unit: Unit, ...functions: readonly string[]): Record<string, number> {
  const users = Object.entries(reading[unit] ?? {});
  const isOf = (by: string) => functions.length === 0 || functions.includes(by.split(" ")[0] ?? "");
  const theirs = users.filter(([by]) => isOf(by) && !LEASE.test(by.trim()));
  return Object.fromEntries(theirs.map(([by, { amount }]) => [by.trim(), amount]));
}

/** The way of a mail, and of what SES reports of it. */
const WAY = ["campaignAdvance", "aggregate", "touch"];
/** A worker whose moment passes while the machine is busy leases again. */
const LEASE = / quota$/;

async function used(act: () => Promise<unknown>): Promise<Reading> {
  const before = tally.reading();
  await act();
  await pass(here, MINUTE);
  return between(before, tally.reading());
}

/** A campaign of three mails to one person: the first is behind her, the next but one ahead. */
async function secondMail(): Promise<Reading> {
  const ana = await signIn(here, "ana");
  await settle(ana);
  await crowd(1, () => ({ tracking: true }));
  const steps = await Promise.all(["one", "two", "three"].map((name) => letter(ana, name)));
  const rest = (stepId: string): Step => ({ stepId, kind: "wait", unit: "days", amount: 4 });
  const [one, two, three] = steps as [Step, Step, Step];
  const launched = await draft(ana, "Three", [one, rest("first"), two, rest("second"), three]);
  await startNow(ana, launched);
  await here.clock.settled();
  await pass(here, 3 * DAY);
  return used(() => pass(here, 1.5 * DAY));
}

const letter = async (ana: Recruiter, stepId: string): Promise<Step> => ({
  stepId,
  kind: "email",
  templateId: await template(ana, stepId),
  hours: "any",
});

test("a mail that is delivered, opened and clicked uses the units that are counted by hand, call by call", async () => {
  const sent = await secondMail();
  expect(of(sent, "dynamodb.write", ...WAY)).toEqual({
    "campaignAdvance UpdateItem gate": 1,
    "campaignAdvance PutItem message": 1,
    "campaignAdvance UpdateItem message": 1,
    "campaignAdvance UpdateItem enrolment": 4,
    "campaignAdvance PutItem tally": 1,
    "campaignAdvance TransactWriteItems batch, metric, tally": 10,
    "aggregate PutItem event": 1,
    "aggregate TransactWriteItems batch, metric": 6,
  });
  expect(of(sent, "dynamodb.read", ...WAY)).toEqual({
    "campaignAdvance GetItem campaign": 3,
    "campaignAdvance GetItem organisation": 2,
    "campaignAdvance GetItem template": 1,
    "campaignAdvance Query gsi4": 0.5,
    "campaignAdvance BatchGetItem enrolment": 1,
    "campaignAdvance BatchGetItem candidate": 0.5,
    "campaignAdvance BatchGetItem gate": 1,
    "campaignAdvance BatchGetItem message": 1,
    "campaignAdvance Query": 0.5,
    "campaignAdvance GetItem gate": 1,
    "aggregate BatchGetItem message": 0.5,
  });
  expect(of(sent, "events.custom")).toEqual({});
  expect(of(sent, "pipes.request")).toEqual({});
  expect(of(sent, "sqs.request")).toEqual({
    ...{ "send to figures": 1, "receive from figures": 1, "delete from figures": 1 },
  });
  expect(of(sent, "ses.mail")).toEqual({ SendEmail: 1 });

  const [mail] = await here.services.email.list({ limit: 1 });
  const link = mail?.links.find(({ tracked }) => tracked);
  const opened = await used(() => here.services.email.opened(mail?.id ?? "", SHE));
  expect(of(opened, "dynamodb.write", ...WAY)).toEqual({
    "aggregate PutItem event": 2,
    "aggregate TransactWriteItems batch, metric": 6,
  });
  const clicked = await used(() => here.services.email.clicked(mail?.id ?? "", link?.n ?? -1, SHE));
  expect(of(clicked, "dynamodb.write", ...WAY)).toEqual({
    "aggregate PutItem event": 3,
    "aggregate TransactWriteItems batch, metric": 6,
    "touch UpdateItem gate": 1,
    "touch UpdateItem enrolment": 2,
  });
  expect(of(clicked, "events.custom")).toEqual({ "engagement.clicked": 1 });
}, 60_000);
