import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { handler } from "../../packages/functions/pipe/enrich.ts";
import { context } from "./support/request.ts";

type Item = Record<string, unknown>;
interface Entry {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail: Item;
}
type Handler = (records: unknown, given: typeof context) => Promise<Entry[]>;

/** A change as the table's stream tells it. */
const change = (eventName: "INSERT" | "MODIFY", item: Item) =>
  ({ eventName, dynamodb: { NewImage: marshall(item) } }) as DynamoDBRecord;
const enrich = (...records: DynamoDBRecord[]) => (handler as unknown as Handler)(records, context);

const keys = {
  pk: "$perennial#candidateid_cnd_1",
  sk: "$person#x",
  __edb_v__: "1",
  gsi1pk: "x",
  gsi1sk: "y",
};
const ids = { candidateId: "cnd_1", trace: "trc_1" };

test("an event names itself and carries its ids and facts, without keys", async () => {
  const item = {
    ...keys,
    ...ids,
    __edb_e__: "event",
    eventId: "evt_1",
    type: "candidate.joined",
    data: { source: "form:1" },
  };
  expect(await enrich(change("INSERT", item))).toEqual([
    {
      source: "perennial",
      "detail-type": "candidate.joined",
      detail: { ...ids, eventId: "evt_1", data: { source: "form:1" } },
    },
  ]);
});

test("a mail that SES took and an enrolment that began or ended are told as such", async () => {
  const told = await enrich(
    change("MODIFY", { ...keys, ...ids, __edb_e__: "message", messageId: "msg_1", state: "accepted" }),
    change("INSERT", { ...keys, ...ids, __edb_e__: "enrolment", campaignId: "cmp_1" }),
    change("MODIFY", { ...keys, ...ids, __edb_e__: "enrolment", campaignId: "cmp_1", end: "finished" }),
  );
  expect(told.map((one) => one["detail-type"])).toEqual(["figures.together", "enrolment.ended"]);
  expect(told[0]?.detail.told).toMatchObject([
    { type: "message.accepted", detail: { messageId: "msg_1" } },
    { type: "enrolment.entered", detail: { campaignId: "cmp_1" } },
  ]);
  expect(told[1]?.detail).toMatchObject({ end: "finished", campaignId: "cmp_1" });
});

test("one that is only counted is told by itself, so that its trace leads on", async () => {
  const [told] = await enrich(change("MODIFY", { ...keys, ...ids, __edb_e__: "message", state: "accepted" }));
  expect(told).toMatchObject({ "detail-type": "message.accepted", detail: ids });
});

test.each(["event", "message", "enrolment"])(
  "nothing personal that stands on a %s leaves the table",
  async (entity) => {
    const personal = {
      name: "Ada Lovelace",
      email: "ada@example.org",
      raw: "ada@example.org",
      phone: "+49 30 1",
    };
    const more = {
      addressHash: "abc",
      answers: { city: "London" },
      notes: ["shy"],
      subject: "Dear Ada",
      html: "<p>Ada",
    };
    const item = { ...keys, ...ids, ...personal, ...more, __edb_e__: entity, type: "candidate.joined" };
    const [told] = await enrich(change("INSERT", item));
    expect(Object.keys(told?.detail ?? {}).sort()).toEqual(["candidateId", "trace"]);
    expect(JSON.stringify(told)).not.toMatch(/ada|lovelace|london|shy|abc|perennial#/i);
  },
);

test("every change gets one entry, in order", async () => {
  const records = Array.from({ length: 10 }, (_, index) =>
    change("INSERT", { ...ids, __edb_e__: "event", eventId: `evt_${index}`, type: "x" }),
  );
  expect((await enrich(...records)).map(({ detail }) => detail.eventId)).toEqual(
    records.map((_, index) => `evt_${index}`),
  );
});
