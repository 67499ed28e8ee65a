import { beforeAll, expect, test } from "vitest";
import { Message } from "../../packages/core/message/index.ts";
import { deliver, letter, sending } from "./support/letters.ts";
import { furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const gateOf = async (candidateId: string) => (await known(candidateId)).gate;
const sentMarks = async (candidateId: string) =>
  (await gateOf(candidateId)).marks.filter(({ kind }) => kind === "s");

test.each([
  ["refused", { exception: "MessageRejected" }],
  ["put off", { exception: "TooManyRequestsException" }],
])("a mail that SES %s counts for no cap and stands on no season line", async (what, answer) => {
  const ada = await member(here, `${what.replace(" ", "-")}@example.org`);
  here.ses.answer(answer);
  await deliver(await letter(ada));
  expect((await gateOf(ada)).claims).toEqual([]);
  expect(await sentMarks(ada)).toEqual([]);
});

test("nor does one that a stop kept here", async () => {
  const stop = await member(here, "stop@example.org");
  await deliver(await letter(stop, { wanted: async () => false }));
  expect((await gateOf(stop)).claims).toEqual([]);
});

test("the mark of a day stays while another mail of that day stands on it", async () => {
  const two = await member(here, "two@example.org");
  const first = await letter(two);
  await deliver(first);
  here.ses.answer({ exception: "MessageRejected" });
  await deliver(await letter(two));
  expect((await gateOf(two)).claims).toMatchObject([{ messageId: first.messageId }]);
  expect(await sentMarks(two)).toHaveLength(1);
});

test("a mail that SES rejected by its own report is forgotten too; one whose fate is unknown still counts", async () => {
  const [late, silent] = [await member(here, "late@example.org"), await member(here, "silent@example.org")];
  const [mail, other] = [await letter(late), await letter(silent)];
  await sending(mail);
  await sending(other);
  const report = { to: "rejected" as const, sesMessageId: "ses-1", failure: "Reject" };
  await Message.settleByReport(late, mail.messageId, report);
  here.clock.forward(6 * 3_600_000);
  expect((await Message.standing(silent, other.messageId))?.state).toBe("unknown");
  expect([(await gateOf(late)).claims.length, (await gateOf(silent)).claims.length]).toEqual([0, 1]);
});
