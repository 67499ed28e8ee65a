import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken } from "../../packages/core/candidate/index.ts";
import { Figures } from "../../packages/core/figures/index.ts";
import { newId } from "../../packages/core/id.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36";

/** What SES says of one mail to her: it arrived, she opened it, she clicked. */
function toldOf(candidateId: string, tracked: "yes" | "no") {
  const [candidate, message, trace] = [[candidateId], [newId("msg")], [newId("trc")]];
  const mail = {
    timestamp: "2026-03-02T09:00:00.000Z",
    messageId: `ses-${message[0]}`,
    tags: { candidate, message, trace, tracked: [tracked] },
  };
  const touch = { timestamp: "2026-03-02T10:00:00.000Z", userAgent: CHROME, ipAddress: "192.0.2.7" };
  const details = [
    { eventType: "Delivery", mail, delivery: { timestamp: touch.timestamp } },
    { eventType: "Open", mail, open: touch },
    { eventType: "Click", mail, click: { ...touch, link: "https://jobs.acme.example/nurse" } },
  ];
  return details.map((detail) => ({ source: "aws.ses", type: "Email", detail }));
}

const count = (told: readonly Figures.Told[]) => as("system", () => Figures.count(told));

/** Types of what is kept of engagement, in order. */
async function kept(candidateId: string): Promise<string[]> {
  const events = await here.items({ __edb_e__: "event", candidateId });
  const types = [...new Set(events.map(({ type }) => String(type)))];
  return types.filter((type) => type.startsWith("engagement.")).sort();
}
const ALL = ["engagement.clicked", "engagement.delivered", "engagement.first", "engagement.opened"];

test("opens and clicks are kept of who allows it, in a batch with who does not", async () => {
  const [open, quiet] = [
    await member(here, "open@example.org", { tracking: true }),
    await member(here, "quiet@example.org"),
  ];
  await count([...toldOf(open, "yes"), ...toldOf(quiet, "yes")]);
  expect(await kept(open)).toEqual(ALL);
  expect(await kept(quiet)).toEqual(["engagement.delivered"]);
});

test("a mail that was sent untracked stays it, also once she allows tracking", async () => {
  const later = await member(here, "later@example.org", { tracking: true });
  await count(toldOf(later, "no"));
  expect(await kept(later)).toEqual(["engagement.delivered"]);
});

test("after she switched it off, the links of older mails tell nothing any more", async () => {
  const off = await member(here, "off@example.org", { tracking: true });
  const token = await preferencesToken(off);
  const switches = { token, jobNews: true, tracking: false, locale: "en" as const };
  await as("visitor", () => Candidate.setPreferences(switches));
  await count(toldOf(off, "yes"));
  expect(await kept(off)).toEqual(["engagement.delivered"]);
});

test("nothing is kept of what somebody does who had herself erased; that the mail arrived still counts", async () => {
  const gone = await member(here, "gone@example.org", { tracking: true });
  const token = await preferencesToken(gone);
  await as("visitor", () => Candidate.erase({ token }));
  await count(toldOf(gone, "yes"));
  expect(await kept(gone)).toEqual(["engagement.delivered"]);
});
