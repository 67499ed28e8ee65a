import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { Actor } from "../../packages/core/actor.ts";
import { type Envelope, queue, queueSharing } from "../../packages/functions/adapter/queue.ts";
import { log, quiet } from "./support/log.ts";
import { context } from "./support/request.ts";

quiet();
type Handler = (event: SQSEvent, given: typeof context) => Promise<SQSBatchResponse>;
const trace = (letter: string) => `trc_${letter.repeat(26)}`;

const envelope = (id: string, detail: Record<string, unknown> = {}): Envelope => ({
  id,
  source: "perennial",
  "detail-type": "candidate.joined",
  time: "2026-03-02T09:00:00Z",
  detail,
});
const record = (messageId: string, body: string) => ({ messageId, body }) as SQSRecord;

/** Gives a handler these events as one batch, numbered; answers the numbers that come again. */
async function give(handler: unknown, ...events: (Envelope | string)[]) {
  const Records = events.map((one, index) =>
    record(String(index), typeof one === "string" ? one : JSON.stringify(one)),
  );
  const { batchItemFailures } = await (handler as Handler)({ Records }, context);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const failing = (...ids: string[]) =>
  queue("job", async ({ id }) => {
    if (ids.includes(id)) throw new TypeError(`ada@example.org failed in ${id}`);
  });

test("what fails comes again, by itself; what went well does not", async () => {
  const events = ["a", "b", "c", "d"].map((id) => envelope(id));
  expect(await give(failing("b", "d"), ...events)).toEqual(["1", "3"]);
  expect(await give(failing(), ...events)).toEqual([]);
});

test("one that cannot be read does not hold up the others", async () => {
  const seen: string[] = [];
  const handler = queue("job", async ({ id }) => {
    seen.push(id);
  });
  expect(await give(handler, envelope("a"), "no JSON", envelope("c"))).toEqual(["1"]);
  expect(seen).toEqual(["a", "c"]);
});

test("events are taken one after the other, in the order they came", async () => {
  const seen: string[] = [];
  const handler = queue("job", async ({ id }) => {
    seen.push(`${id} in`);
    await Promise.resolve();
    seen.push(`${id} out`);
  });
  await give(handler, envelope("a"), envelope("b"));
  expect(seen).toEqual(["a in", "a out", "b in", "b out"]);
});

test("each acts as the system, under the trace of its event or of the mail it is about", async () => {
  const seen: unknown[] = [];
  const handler = queue("enrol", async () => {
    seen.push(Actor.use());
  });
  const mail = { mail: { tags: { trace: [trace("b")] } } };
  await give(handler, envelope("1", { trace: trace("a") }), envelope("2", mail), envelope("3"));
  expect(seen).toEqual([
    { kind: "system", id: "enrol", trace: trace("a") },
    { kind: "system", id: "enrol", trace: trace("b") },
    { kind: "system", id: "enrol", trace: expect.stringMatching(/^trc_[0-9a-z]{26}$/) },
  ]);
});

const nothing = async () => undefined;

test("what a batch shares is done once for it; a throw fails all of it, so that nothing is acknowledged half", async () => {
  const sizes: number[] = [];
  const whole = queueSharing("figures", async (envelopes) => sizes.push(envelopes.length), nothing);
  expect(await give(whole, envelope("a"), envelope("b"), envelope("c"))).toEqual([]);
  expect(sizes).toEqual([3]);
  const down = async () => {
    throw new Error("not now");
  };
  await expect(give(queueSharing("figures", down, nothing), envelope("a"), envelope("b"))).rejects.toThrow(
    "not now",
  );
});

test("in a batch, one that cannot be read comes again alone", async () => {
  const seen: string[] = [];
  const share = async (envelopes: readonly Envelope[]) => seen.push(...envelopes.map(({ id }) => id));
  const handler = queueSharing("figures", share, nothing);
  expect(await give(handler, envelope("a"), "no JSON", envelope("c"))).toEqual(["1"]);
  expect(seen).toEqual(["a", "c"]);
});

test("the log names the job, the event and the fault, and nobody", async () => {
  const written = log();
  await give(failing("a"), envelope("a", { email: "ada@example.org" }), "Ada Lovelace");
  expect(written()).toMatch(/"job":"job".*"fault":"TypeError"/);
  expect(written()).not.toMatch(/lovelace|ada@|example\.org/i);
});

test("a report that SES sends by a topic, without an envelope, is read like the one on the bus", async () => {
  const seen: Envelope[] = [];
  const handler = queue("job", async (one) => {
    seen.push(one);
  });
  const tags = { trace: [trace("A")], "ses:configuration-set": ["perennial"] };
  const report = {
    eventType: "Bounce",
    mail: { timestamp: "2026-03-02T09:00:00Z", messageId: "m", tags },
    bounce: { bounceType: "Permanent" },
  };
  expect(await give(handler, JSON.stringify(report), JSON.stringify({ eventType: "Bounce" }))).toEqual(["1"]);
  expect(seen).toEqual([
    { id: "0", source: "aws.ses", "detail-type": "Bounce", time: report.mail.timestamp, detail: report },
  ]);
});
