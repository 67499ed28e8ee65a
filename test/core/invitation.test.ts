import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Invitation } from "../../packages/core/invitation/index.ts";
import { as, furnish, known, member, requests, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** The subscriber hears of her latest request. */
async function hear(candidateId: string, isMember = false): Promise<void> {
  const eventId = (await requests(candidateId)).at(-1) ?? "";
  const asked = { eventId, candidateId, purposes: ["job_news" as const], known: isMember };
  await as("system", () => Invitation.send(asked));
}
const lastMail = () => JSON.stringify(here.ses.mails.at(-1));

test("one request is one mail, however often it is heard of, also at once", async () => {
  await signUp(here, "ada@example.org");
  const ada = await whose("ada@example.org");
  await Promise.allSettled([hear(ada), hear(ada), hear(ada)]);
  for (let time = 0; time < 2; time++) await hear(ada);
  expect(here.ses.sentTo("ada@example.org")).toBe(1);
});

test("the link in it confirms", async () => {
  await signUp(here, "link@example.org");
  const link = await whose("link@example.org");
  await hear(link);
  const [, token = ""] = /\/confirm\/([\w.-]+)/.exec(lastMail()) ?? [];
  await as("visitor", () => Candidate.confirm({ token }));
  expect((await known(link)).candidate.standing).toBe("member");
});

test("it asks for nothing but that: no tracking, no unsubscribe, no words of a campaign", async () => {
  await signUp(here, "plain@example.org", { tracking: true });
  await hear(await whose("plain@example.org"));
  expect(here.ses.mails.at(-1)?.ConfigurationOverrides).toEqual({
    Tracking: { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" },
  });
  expect(lastMail()).not.toContain("List-Unsubscribe");
});

test("a member who signs up again gets the way to her preferences instead", async () => {
  const again = await member(here, "again@example.org");
  await signUp(here, "again@example.org");
  await hear(again, true);
  expect(lastMail()).toContain("/preferences/");
  expect(lastMail()).not.toContain("/confirm/");
});

test("while SES can't take it, it is tried again; nobody waits for a mail that was given up silently", async () => {
  await signUp(here, "later@example.org");
  const later = await whose("later@example.org");
  here.ses.answer({ exception: "TooManyRequestsException" });
  await expect(hear(later)).rejects.toThrow("later");
  here.clock.forward(60_000);
  await hear(later);
  expect(here.ses.sentTo("later@example.org")).toBe(1);
});

test("a mail whose answer was lost is not sent twice, and is given up after six hours", async () => {
  await signUp(here, "lost@example.org");
  const lost = await whose("lost@example.org");
  here.ses.answer("lost");
  for (let hour = 0; hour < 6; hour++) {
    await expect(hear(lost)).rejects.toThrow("later");
    here.clock.forward(3_600_000);
  }
  await hear(lost);
  expect(await here.items({ candidateId: lost, class: "confirmation" })).toMatchObject([
    { state: "unknown" },
  ]);
  expect(here.ses.sentTo("lost@example.org")).toBe(1);
});

test("whoever was forgotten meanwhile gets nothing", async () => {
  const sent = here.ses.mails.length;
  await hear(`cnd_${"0".repeat(26)}`);
  expect(here.ses.mails).toHaveLength(sent);
});

test("an address that complained gets no confirmation either, and the queue is not blocked by it", async () => {
  await as("system", () => Candidate.suppressAddress("angry@example.org", "complaint"));
  await signUp(here, "angry@example.org");
  await hear(await whose("angry@example.org"));
  expect(here.ses.sentTo("angry@example.org")).toBe(0);
});
