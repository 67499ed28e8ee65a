import { join } from "node:path";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { queues } from "../../infra/bus.ts";
import { functions } from "../../infra/functions.ts";
import { newId } from "../../packages/core/id.ts";
import { anything } from "../attack/arbitrary.ts";
import { LONG } from "../attack/long.ts";
import { WORDS } from "../attack/words.ts";
import { furnish, member } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { log, quiet } from "./support/log.ts";
import { context } from "./support/request.ts";

quiet();
const here = table();
let ada: string;
beforeAll(async () => {
  await furnish();
  ada = await member(here, "ada@example.org", { tracking: true });
});

type Handler = (event: SQSEvent, given: typeof context) => Promise<SQSBatchResponse>;
const root = join(import.meta.dirname, "../..");
const handlerOf = async (name: keyof typeof functions) =>
  ((await import(/* @vite-ignore */ join(root, functions[name].handler))) as { handler: Handler }).handler;

/** Gives a queue's function these bodies as one batch; answers which come again. */
async function give(handler: Handler, bodies: readonly string[]): Promise<string[]> {
  const Records = bodies.map((body, index) => ({ messageId: String(index), body }) as SQSRecord);
  const { batchItemFailures } = await handler({ Records }, context);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const word = fc.constantFrom(...WORDS, ...LONG.slice(0, 4));
const body = fc.oneof(
  word,
  anything.map((value) => JSON.stringify(value)),
  fc.string({ unit: "binary", maxLength: 30 }),
);

test.each(Object.entries(queues))(
  "what is no event does not stop the queue %s: it comes again by itself",
  async (_, { function: name }) => {
    const handler = await handlerOf(name);
    await fc.assert(
      fc.asyncProperty(fc.array(body, { maxLength: 3 }), async (bodies) => {
        expect(await give(handler, bodies)).toEqual(bodies.map((_, index) => String(index)));
      }),
      { numRuns: 4 },
    );
  },
);

/** What SES reports of a mail, with the parts that whoever opens it may choose. */
const ses = (eventType: "Open" | "Click", userAgent: string, ipAddress: string) => {
  const at = new Date(here.clock.ms()).toISOString();
  const touch = { timestamp: at, ipAddress, userAgent, link: "https://acme.example/" };
  const tags = { candidate: [ada], message: [newId("msg")], trace: [newId("trc")], tracked: ["yes"] };
  const mail = { timestamp: at, messageId: "ses-1", tags };
  const detail = { eventType, mail, [eventType.toLowerCase()]: touch };
  return JSON.stringify({
    id: "1",
    source: "aws.ses",
    "detail-type": `Email ${eventType}`,
    time: at,
    detail,
  });
};

describe("whoever opens or clicks a mail chooses what her program is called", () => {
  test("whatever that is, it is counted or passed over, and logged nowhere", async () => {
    const [handler, written] = [await handlerOf(queues.figures.function), log()];
    await fc.assert(
      fc.asyncProperty(word, word, fc.constantFrom("Open", "Click"), async (agent, ip, kind) => {
        expect(await give(handler, [ses(kind, `${agent} told-by-her`, ip)])).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(written()).not.toContain("told-by-her");
    expect(await here.items({ type: "engagement.opened" })).not.toEqual([]);
    expect(JSON.stringify(await here.items({ __edb_e__: "event" }))).not.toContain("told-by-her");
  });
});
