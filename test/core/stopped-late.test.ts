import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Message } from "../../packages/core/message/index.ts";
import { campaign, enter, mailOf, turn, work } from "./support/campaigns.ts";
import { intercept } from "./support/intercept.ts";
import { as, furnish, known, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** Somebody who is due in a campaign of one mail. */
async function due(email: string) {
  const campaignId = await campaign();
  const candidateId = await member(here, email);
  await enter(candidateId, campaignId);
  return { campaignId, candidateId, email, messageId: await mailOf(candidateId, campaignId) };
}
type Due = Awaited<ReturnType<typeof due>>;

const recruiter = (run: () => Promise<unknown>) => as("recruiter", run);
const STOPS: readonly [string, (her: Due) => Promise<unknown>][] = [
  ["an unsubscribe", ({ candidateId }) => leave(candidateId)],
  [
    "an erasure",
    async ({ candidateId }) => {
      const { candidate } = await known(candidateId);
      await recruiter(() => Candidate.eraseFor({ candidateId, confirm: candidate.name }));
    },
  ],
  ["do not contact", ({ candidateId }) => recruiter(() => Candidate.doNotContact({ candidateId, on: true }))],
  ["a pause", ({ campaignId }) => turn(campaignId, "pause")],
  ["they replied", ({ candidateId }) => recruiter(() => Candidate.replied({ candidateId }))],
  [
    "stop selected people",
    ({ campaignId, candidateId }) =>
      recruiter(() => Campaign.stopPeople({ campaignId, candidateIds: [candidateId] })),
  ],
];
const emailOf = (how: string, what: string) => `${what}-${how.replaceAll(" ", "-")}@example.org`;

type Command = { readonly name: string; readonly text: string };

const toSending = ({ name, text }: Command) => name === "PutItemCommand" && text.includes('"sending"');

test.each(STOPS)("%s while `sending` is being written keeps the mail here", async (how, stop) => {
  const her = await due(emailOf(how, "slow"));
  await intercept(
    toSending,
    async (send) => {
      // The write is slow: everything else that has begun by now is over before it.
      await new Promise((resolve) => setTimeout(resolve, 30));
      await stop(her);
      return send();
    },
    () => work(her.campaignId),
  );
  expect(here.ses.sentTo(her.email)).toBe(0);
  expect((await Message.read(her.candidateId, her.messageId))?.state).toBe("dropped");
});

test.each([
  ["they replied", "stopped.replied"],
  ["stop selected people", "stopped.campaign"],
])("%s ends her as it says, and the mail that was claimed counts for nothing", async (how, end) => {
  const her = await due(emailOf(how, "ended"));
  const stop = STOPS.find(([name]) => name === how)?.[1];
  await intercept(
    toSending,
    async (send) => {
      await stop?.(her);
      return send();
    },
    () => work(her.campaignId),
  );
  const enrolment = await Enrolment.read(her.candidateId, her.campaignId);
  expect(enrolment).toMatchObject({ end, mails: {} });
  const gate = await Gate.read(her.candidateId);
  expect(gate).toMatchObject({ claims: [] });
  expect([gate?.campaignId, gate?.mailedAt]).toEqual([undefined, undefined]);
  here.clock.forward(60_000);
  await work(her.campaignId);
  expect(here.ses.sentTo(her.email)).toBe(0);
});

/** The last look's reading of her gate: what a worker reads alone, not with the rest of its page. */
const lastLook = ({ name, text }: Command) => name === "GetItemCommand" && text.includes("$person#gate");

test.each(STOPS)(
  "%s that the last look just missed is acknowledged once the mail has left, not before",
  async (how, stop) => {
    const her = await due(emailOf(how, "missed"));
    let [atAnswer, stopping] = [-1, Promise.resolve()];
    await intercept(
      lastLook,
      async (send) => {
        const answer = await send();
        stopping = stop(her).then(() => {
          atAnswer = here.ses.sentTo(her.email);
        });
        // The answer is on its way while the stop is written.
        await new Promise((resolve) => setTimeout(resolve, 60));
        return answer;
      },
      () => work(her.campaignId),
    );
    await stopping;
    await work(her.campaignId);
    expect(here.ses.sentTo(her.email)).toBe(atAnswer);
  },
);

test("a last look that took long is taken again", async () => {
  const her = await due("long@example.org");
  await intercept(
    lastLook,
    async (send) => {
      const answer = await send();
      await leave(her.candidateId);
      here.clock.forward(1000);
      return answer;
    },
    () => work(her.campaignId),
  );
  expect(here.ses.sentTo(her.email)).toBe(0);
});
