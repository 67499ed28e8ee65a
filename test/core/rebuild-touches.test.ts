import { beforeAll, beforeEach, expect, test } from "vitest";
import { Engagement } from "../../packages/core/engagement/index.ts";
import { fold, Metric } from "../../packages/core/metric/index.ts";
import { replay } from "../../packages/core/rebuild/index.ts";
import { campaign, enter, mailOf, work } from "./support/campaigns.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const HOUR = 3_600_000;
let welcome: string;
let tags: Record<string, string[]>;

beforeAll(furnish);
/** A mail of a campaign to somebody new. */
beforeEach(async () => {
  welcome = await campaign();
  const candidate = await member(here, `ada${here.clock.ms()}@example.org`, { tracking: true });
  await enter(candidate, welcome);
  const message = await mailOf(candidate, welcome);
  await work(welcome);
  const ids = { candidate, message, campaign: welcome, step: "hello", tracked: "yes" };
  const trace = `trc_${"a".repeat(26)}`;
  tags = Object.fromEntries(Object.entries({ ...ids, trace }).map(([name, tag]) => [name, [tag]]));
});

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SCANNER = "Barracuda Sentinel (EE)";

/** SES reports a click, some minutes after the mail. */
function clicked(userAgent: string, minutes: number) {
  const at = (after: number) => new Date(Date.parse("2026-04-01T09:00:00Z") + after * 60_000).toISOString();
  const mail = { timestamp: at(0), messageId: "ses-1", tags };
  const click = { timestamp: at(minutes), ipAddress: "", userAgent, link: "https://acme.example/jobs" };
  return Engagement.entriesOf(Engagement.Record.parse({ eventType: "Click", mail, click }));
}

const report = (userAgent: string, minutes: number) => as("system", () => fold(clicked(userAgent, minutes)));

const counting = ({ name, text }: { name: string; text: string }) =>
  name === "TransactWriteItemsCommand" && text.includes('"committed"');
const noting = ({ name, text }: { name: string; text: string }) =>
  name === "PutItemCommand" && text.includes("engagement.first");

/** It dies when the click itself is in the log. */
async function onceWritten() {
  const written = () => here.items({ type: "engagement.clicked", messageId: tags.message?.[0] });
  while ((await written()).length === 0);
  return outage();
}

const clicks = async () => {
  const { clicksRaw, clicksHuman, clickedRaw, clickedHuman } = await Metric.total(
    Metric.Scope.campaign(welcome),
  );
  return { clicksRaw, clicksHuman, clickedRaw, clickedHuman };
};
const rebuilt = (switching = false) => as("system", () => replay({ switching }));
/** Everything of before is counted, and what comes next was long ago. */
async function later() {
  here.clock.forward(40 * 24 * HOUR);
}

/** The aggregator dies on the way, and nothing is delivered again: a replay takes up what it left, and once more changes nothing. */
async function expectTakenUp(wanted: Awaited<ReturnType<typeof clicks>>) {
  await later();
  expect((await rebuilt(true)).log.put).toBeGreaterThan(0);
  for (let time = 0; time < 2; time++) {
    expect(await clicks()).toEqual(wanted);
    const { log, figures } = await rebuilt(true);
    expect([log, figures]).toMatchObject([
      { different: 0, busy: 0 },
      { different: 0, busy: 0 },
    ]);
  }
}

test("a click that was written down and not counted counts, with that there was one, and by a person", async () => {
  await intercept(counting, outage, () => report(BROWSER, 5));
  expect(await clicks()).toMatchObject({ clicksRaw: 0, clickedHuman: 0 });
  await expectTakenUp({ clicksRaw: 1, clicksHuman: 1, clickedRaw: 1, clickedHuman: 1 });
});

test.each([
  ["a person's", BROWSER, { clicksRaw: 1, clicksHuman: 1, clickedRaw: 1, clickedHuman: 1 }],
  ["a machine's", SCANNER, { clicksRaw: 1, clicksHuman: 0, clickedRaw: 1, clickedHuman: 0 }],
])("so does %s of which nobody noted that it is the first", async (_, agent, wanted) => {
  await intercept(noting, onceWritten, () => report(agent, 5));
  await expectTakenUp(wanted);
});

test("after a machine's click that was taken up, a person's is counted as the first by hand", async () => {
  await intercept(noting, onceWritten, () => report(SCANNER, 1));
  await expectTakenUp({ clicksRaw: 1, clicksHuman: 0, clickedRaw: 1, clickedHuman: 0 });
  await report(BROWSER, 9);
  expect(await clicks()).toEqual({ clicksRaw: 2, clicksHuman: 1, clickedRaw: 1, clickedHuman: 1 });
});

test("a person's click after a machine's, not counted, counts as the first by hand only", async () => {
  await report(SCANNER, 1);
  await intercept(counting, outage, () => report(BROWSER, 9));
  await expectTakenUp({ clicksRaw: 2, clicksHuman: 1, clickedRaw: 1, clickedHuman: 1 });
});
