import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Engagement } from "../../packages/core/engagement/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Suppression } from "../../packages/core/suppression/index.ts";
import { deliver, letter } from "./support/letters.ts";
import { as, furnish, known, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** The log says that her latest mail bounced or was complained about, as the bus carries it. */
async function hear(email: string, type: "bounced" | "complained", data: object): Promise<string> {
  const candidateId = await member(here, email);
  const mail = await letter(candidateId);
  await deliver(mail);
  const detail = { candidateId, messageId: mail.messageId, data };
  await as("system", () => Engagement.suppress({ "detail-type": `engagement.${type}`, detail }));
  return candidateId;
}
const reason = async (candidateId: string) => (await known(candidateId)).gate.suppressed;

test("a mailbox that does not exist gets nothing more", async () => {
  const gone = await hear("gone@example.org", "bounced", { kind: "hard", subType: "General" });
  expect(await reason(gone)).toBe("bounce");
  expect(await here.items({ candidateId: gone, type: "candidate.suppressed" })).toHaveLength(1);
});

test.each(["soft", "suppressed"])("a %s bounce is no reason to stop", async (kind) => {
  const full = await hear(`${kind}@example.org`, "bounced", { kind, subType: "MailboxFull" });
  expect(await reason(full)).toBeUndefined();
});

test("a complaint ends it; 'this is not spam' does not", async () => {
  expect(await reason(await hear("spam@example.org", "complained", { positive: false }))).toBe("complaint");
  expect(await reason(await hear("fine@example.org", "complained", { positive: true }))).toBeUndefined();
});

test("heard twice, and at once, it is written and told once", async () => {
  const twice = await member(here, "twice@example.org");
  const times = Array.from({ length: 3 }, () =>
    as("system", () => Candidate.suppressAddress("Twice@example.org", "bounce")).catch(() => {}),
  );
  await Promise.all(times);
  await as("system", () => Candidate.suppressAddress("twice@example.org", "bounce"));
  expect(await here.items({ candidateId: twice, type: "candidate.suppressed" })).toHaveLength(1);
});

test("what is worse stays: a complaint does not cover up a bounce", async () => {
  const worse = await member(here, "worse@example.org");
  for (const given of ["bounce", "complaint", "unsubscribe"] as const)
    await as("system", () => Candidate.suppressAddress("worse@example.org", given));
  expect(await reason(worse)).toBe("bounce");
});

test("an address that nobody has yet is known when somebody comes with it", async () => {
  await as("system", () => Candidate.suppressAddress("future@example.org", "complaint"));
  await signUp(here, "Future@example.org");
  const { gate } = await known(await whose("future@example.org"));
  expect(gate.suppressed).toBe("complaint");
  expect(Gate.judge(gate, "confirmation", new Date(here.clock.ms())).ok).toBe(false);
});

test("a bounce that arrives after she left or was erased finds its address or nobody", async () => {
  const left = await member(here, "left@example.org");
  await leave(left);
  await as("system", () => Candidate.suppressAddress("left@example.org", "bounce"));
  expect(await Suppression.of(Candidate.hashOf("left@example.org"))).toBe("bounce");
  const nobody = { candidateId: `cnd_${"0".repeat(26)}`, messageId: `msg_${"0".repeat(26)}` };
  const detail = { ...nobody, data: { kind: "hard", subType: "General" } };
  await as("system", () => Engagement.suppress({ "detail-type": "engagement.bounced", detail }));
});
