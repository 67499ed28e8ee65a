import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { entities } from "../../packages/core/service.ts";
import { Token } from "../../packages/core/token/index.ts";
import { as, furnish, invited, known, member, requests, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const DAY_MS = 86_400_000;

test("signing up makes one unconfirmed person who may not be written to", async () => {
  await signUp(here, "ada@example.org");
  const { candidate, gate, address } = await known(await whose("ada@example.org"));
  expect(candidate).toMatchObject({ name: "Ada", standing: "pending", source: `form:${COMMUNITY}` });
  expect(gate.permissions).toMatchObject({ job_news: { state: "pending" } });
  expect(address).toMatchObject({ raw: "ada@example.org", primary: true });
  expect(address.confirmedAt).toBeUndefined();
});

test("the same address in another spelling at the same moment is still one person", async () => {
  const spellings = [
    "zoe@bücher.example",
    "ZOE@bücher.example",
    "Zoe@XN--BCHER-KVA.example",
    "zoe@Bücher.EXAMPLE",
  ];
  await Promise.all(spellings.map((email) => signUp(here, email)));
  const people = await here.items({ __edb_e__: "candidate" });
  const candidateId = await whose("zoe@bücher.example");
  const addresses = await here.items({
    __edb_e__: "address",
    addressHash: Candidate.hashOf("zoe@bücher.example"),
  });
  expect(addresses.map((one) => one.candidateId)).toEqual([candidateId]);
  expect(people.filter((one) => one.candidateId === candidateId)).toHaveLength(1);
  expect((await requests(candidateId)).length).toBeLessThanOrEqual(3);
});

test("nobody's mailbox can be flooded: three mails a day, and the next day again", async () => {
  for (let time = 0; time < 6; time++) await signUp(here, "grace@example.org");
  const grace = await whose("grace@example.org");
  expect(await requests(grace)).toHaveLength(3);
  here.clock.forward(DAY_MS);
  await signUp(here, "grace@example.org");
  expect(await requests(grace)).toHaveLength(4);
});

test("whoever types a member's address changes nothing about her", async () => {
  const hedy = await member(here, "hedy@example.org", { name: "Hedy" });
  const before = await known(hedy);
  await signUp(here, "Hedy@Example.org", { name: "Somebody else", tracking: true });
  const after = await known(hedy);
  expect(after.gate).toEqual(before.gate);
  expect(after.candidate).toMatchObject({ name: "Hedy", standing: "member" });
});

test("she comes back before she is forgotten: her new mail holds its seven days", async () => {
  await signUp(here, "late@example.org");
  here.clock.forward(28 * DAY_MS);
  await signUp(here, "late@example.org");
  const late = await whose("late@example.org");
  const token = await invited(late);
  here.clock.forward(6 * DAY_MS);
  await here.sweep();
  await as("visitor", () => Candidate.confirm({ token }));
  expect((await known(late)).candidate.standing).toBe("member");
});

test("whoever never confirms is forgotten after thirty days, and then is a new person", async () => {
  await signUp(here, "never@example.org");
  const before = await whose("never@example.org");
  here.clock.forward(31 * DAY_MS);
  await here.sweep();
  expect(await Candidate.load(before)).toBeUndefined();
  await signUp(here, "never@example.org");
  const after = await whose("never@example.org");
  expect(after).not.toBe(before);
  expect(await requests(after)).toHaveLength(1);
});

test("the table forgets item by item: whoever is half forgotten is a new person, not turned away", async () => {
  await signUp(here, "half@example.org");
  const before = await whose("half@example.org");
  await entities.candidate.delete({ candidateId: before }).go();
  await signUp(here, "half@example.org");
  const after = await whose("half@example.org");
  expect(after).not.toBe(before);
  expect(await requests(after)).toHaveLength(1);
});

test("a form sent at once, too late, from another form or with a made-up stamp is refused", async () => {
  const answers = {
    formId: COMMUNITY,
    name: "Ada",
    locale: "en" as const,
    jobNews: true as const,
    tracking: false,
  };
  const send = (stamp: string) =>
    as("visitor", () => Candidate.signUp({ ...answers, email: "fast@example.org", stamp }));
  const refused = { kind: "invalid", code: "form.stamp" };
  const fresh = await Token.sign("form", { subject: COMMUNITY });
  await expect(send(fresh)).rejects.toMatchObject(refused);
  await expect(send("made up")).rejects.toMatchObject(refused);
  const other = await Token.sign("form", { subject: "frm_other" });
  here.clock.forward(5000);
  await expect(send(other)).rejects.toMatchObject(refused);
  here.clock.forward(2 * DAY_MS);
  await expect(send(fresh)).rejects.toMatchObject(refused);
  expect(await Candidate.whose(Candidate.hashOf("fast@example.org"))).toBeUndefined();
});
