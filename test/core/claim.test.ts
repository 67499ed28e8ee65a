import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { claim } from "../../packages/core/message/claim.ts";
import { Message } from "../../packages/core/message/index.ts";
import { giveUp, start } from "../../packages/core/message/last-look.ts";
import { claimed, letter } from "./support/letters.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, known, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const claims = async (candidateId: string) => (await known(candidateId)).gate.claims;

test("of many who claim the same mail at once, exactly one may send it", async () => {
  const ada = await member(here, "ada@example.org");
  const mail = await letter(ada);
  const results = await as("system", () =>
    Promise.all(Array.from({ length: 5 }, () => claim(mail, undefined))),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await claims(ada)).toMatchObject([{ messageId: mail.messageId }]);
});

test("of two mails judged on the same reading of her gate, one is claimed and the other judged anew", async () => {
  const two = await member(here, "two@example.org");
  const [one, other] = [await letter(two), await letter(two)];
  const results = await as("system", () => Promise.all([claim(one, undefined), claim(other, undefined)]));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await claims(two)).toHaveLength(1);
});

test("an unsubscribe between reading and claiming wins: nothing is claimed", async () => {
  const left = await member(here, "left@example.org");
  const mail = await letter(left);
  const won = await meanwhile(
    () => leave(left),
    () => as("system", () => claim(mail, undefined)),
  );
  expect(won).toBeUndefined();
  expect(await Message.read(left, mail.messageId)).toBeUndefined();
});

test("a complaint between reading and claiming stops a mail that needs no permission, too", async () => {
  const angry = await member(here, "angry@example.org");
  const mail = await letter(angry, { class: "process" });
  const won = await meanwhile(
    () => as("system", () => Candidate.suppressAddress("angry@example.org", "complaint")),
    () => as("system", () => claim(mail, undefined)),
  );
  expect(won).toBeUndefined();
});

test("whoever dies after her gate and before the message costs her nothing: the next one takes the same place, and one sends", async () => {
  const ada = await member(here, "half@example.org");
  const mail = await letter(ada);
  const slow = await claimed(mail);
  expect(await as("system", () => claim(mail, undefined))).toBeUndefined();
  const next = await claimed({ ...mail, known: await known(ada) });
  expect(await claims(ada)).toMatchObject([{ messageId: mail.messageId }]);
  const begun = await Promise.all([start(slow, undefined), start(next, undefined)]);
  expect(begun.filter(Boolean)).toHaveLength(1);
});

test("a sender that gives up leaves the place to whoever took it since: the caps still count it", async () => {
  const ada = await member(here, "taken@example.org");
  const mail = await letter(ada);
  const slow = await claimed(mail);
  here.clock.forward(1);
  await claimed({ ...mail, known: await known(ada) });
  await giveUp(slow);
  expect(await claims(ada)).toMatchObject([{ messageId: mail.messageId }]);
});

test("a claim names the permission it stands on, the trace, and whether it may be tracked", async () => {
  const tracked = await member(here, "tracked@example.org", { tracking: true });
  const mail = await letter(tracked);
  expect(await claimed(mail)).toMatchObject({
    state: "claimed",
    tracked: true,
    addressId: mail.known.address.addressId,
    consentId: mail.known.gate.permissions.job_news?.consentId,
    trace: expect.stringMatching(/^trc_/),
  });
});

test("a mail that is not nurture is neither tracked nor counted for the caps", async () => {
  const service = await member(here, "service@example.org", { tracking: true });
  const won = await claimed(await letter(service, { class: "process" }));
  expect(won.tracked).toBe(false);
  expect(won.consentId).toBeUndefined();
  expect(await claims(service)).toEqual([]);
});

test("nobody without permission is claimed at all", async () => {
  const gone = await member(here, "gone@example.org");
  await leave(gone);
  const mail = await letter(gone);
  expect(await as("system", () => claim(mail, undefined))).toBeUndefined();
});

test("of two who pick up a claim that ran out, exactly one goes on", async () => {
  const stale = await member(here, "stale@example.org");
  const mail = await letter(stale, { class: "process" });
  const dead = await claimed(mail);
  here.clock.forward(10_000);
  const again = { ...mail, known: await known(stale) };
  const results = await as("system", () => Promise.all([claim(again, dead), claim(again, dead)]));
  expect(results.filter(Boolean)).toHaveLength(1);
});
