import { beforeAll, expect, test } from "vitest";
import { intercept, outage } from "./support/intercept.ts";
import { deliver, letter, stateOf } from "./support/letters.ts";
import { furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const accepted = { kind: "settled", state: "accepted", mail: { at: expect.any(String), tracked: false } };

test("when the last look fails nothing was sent: the fault is told, and the same mail leaves at the next try", async () => {
  const ada = await member(here, "ada@example.org");
  const mail = await letter(ada, { wanted: () => Promise.reject(new Error("No answer")) });
  await expect(deliver(mail)).rejects.toThrow("No answer");
  expect(await stateOf(mail)).toBe("dropped");
  const again = { ...mail, known: await known(ada), wanted: async () => true };
  expect(await deliver(again)).toEqual(accepted);
  expect(here.ses.sentTo("ada@example.org")).toBe(1);
});

test("when the write itself fails nothing is in doubt either", async () => {
  const eve = await member(here, "eve@example.org");
  const mail = await letter(eve);
  const tried = await intercept(toSending, outage, () => deliver(mail));
  expect(tried.status).toBe("rejected");
  expect(await stateOf(mail)).toBeUndefined();
  expect(await deliver({ ...mail, known: await known(eve) })).toEqual(accepted);
});

test("a write that was done, and whose answer was lost, is known as our own: the mail leaves, once", async () => {
  const mail = await letter(await member(here, "twice@example.org"));
  const tried = await intercept(
    toSending,
    async (send) => {
      await send();
      return send();
    },
    () => deliver(mail),
  );
  expect(tried).toMatchObject({ status: "fulfilled", value: accepted });
  expect(here.ses.sentTo("twice@example.org")).toBe(1);
});

test("a mail that can't be written gives its place back, as nothing was to be sent yet", async () => {
  const odd = await member(here, "odd@example.org");
  const mail = await letter(odd);
  const organisation = { ...mail.organisation, senderName: undefined as unknown as string };
  await expect(deliver({ ...mail, organisation })).rejects.toThrow();
  expect(await stateOf(mail)).toBeUndefined();
  expect((await known(odd)).gate.claims).toEqual([]);
});

const toSending = ({ name, text }: { name: string; text: string }) =>
  name === "PutItemCommand" && text.includes('"sending"');
