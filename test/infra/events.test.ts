import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, test } from "vitest";
import { functions, pipe, queues, rules } from "../../infra/index.ts";
import { handler as enrich } from "../../packages/functions/pipe/enrich.ts";
import { matches } from "../../packages/local/bus/match.ts";
import { context } from "../functions/support/request.ts";

/** What follows from what, said once more beside the rules: the functions that have to hear of it. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "consent.requested": ["confirm"],
  "consent.granted": ["enrol"],
  "consent.withdrawn": ["release"],
  "candidate.joined": ["aggregate", "enrol"],
  "candidate.added": ["aggregate", "enrol"],
  "candidate.changed": ["enrol"],
  "candidate.left": ["aggregate"],
  "candidate.erased": ["release", "sweep"],
  "candidate.suppressed": ["release"],
  "candidate.contacted": ["enrol"],
  "candidate.do_not_contact": ["enrol", "release"],
  "candidate.taken_back": ["resume"],
  "import.started": ["readIn"],
  "sample.laying": ["sample"],
  "sample.removing": ["sample"],
  "engagement.bounced": ["suppress"],
  "engagement.complained": ["suppress"],
  "engagement.clicked": ["enrol", "touch"],
  "engagement.replied": ["enrol", "release"],
  "campaign.launched": ["steer"],
  "campaign.woken": ["steer"],
  "campaign.renewed": ["steer"],
  "campaign.paused": ["steer"],
  "campaign.resumed": ["steer"],
  "campaign.stopped": ["steer"],
  "campaign.taken_back": ["steer"],
  "campaign.started_now": ["steer"],
  "message.accepted": ["aggregate"],
  "figures.together": ["aggregate"],
  "enrolment.entered": ["aggregate"],
  "enrolment.ended": ["aggregate", "enrol"],
  "enrolment.left_out": ["aggregate"],
  "enrolment.admitted": ["aggregate"],
  "enrolment.resumed": ["aggregate"],
  "enrolment.ended_again": ["aggregate", "enrol"],
};

interface Change {
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly dynamodb: { readonly NewImage?: object; readonly OldImage?: object };
}
type Enrich = (records: unknown, given: typeof context) => Promise<object[]>;

const inserted = (item: object): Change => ({
  eventName: "INSERT",
  dynamodb: { NewImage: marshall(item) },
});
const modified = (from: object, to: object): Change => ({
  eventName: "MODIFY",
  dynamodb: { OldImage: marshall(from), NewImage: marshall(to) },
});

/** The functions that a change of the table reaches: through the pipe's filters, its enrichment and the bus's rules. */
async function reached(change: Change): Promise<string[]> {
  if (!pipe.filters.some((filter) => matches(filter, change))) return [];
  const [told = {}] = await (enrich as unknown as Enrich)([change], context);
  return subscribers(told);
}

function subscribers(told: object): string[] {
  const ours = rules.filter(({ bus, pattern }) => bus === "perennial" && matches(pattern, told));
  return ours.map(({ queue }): string => queues[queue].function).sort();
}

/** What each noun of core calls `Events`. */
async function defined(): Promise<string[]> {
  const nouns = import.meta.glob<{ Events?: Record<string, { type: string }> }>(
    "../../packages/core/*/index.ts",
  );
  const modules = await Promise.all(Object.values(nouns).map((load) => load()));
  return modules.flatMap(({ Events = {} }) => Object.values(Events).map(({ type }) => type));
}

const types = await defined();
const message = { __edb_e__: "message", state: "sending" };
const enrolment = { __edb_e__: "enrolment", stepId: "hello" };

test("core defines every event that something follows from", () => {
  const ways = ["enrolment.entered", "enrolment.ended", "enrolment.left_out"];
  const moments = ["message.accepted", "figures.together", ...ways];
  expect([...types, ...moments]).toEqual(expect.arrayContaining(Object.keys(FOLLOWS)));
});

test.each(types)(
  "%s reaches those who have to act on it, once it is written and never again",
  async (type) => {
    const event = { __edb_e__: "event", type };
    expect(await reached(inserted(event))).toEqual(FOLLOWS[type] ?? []);
    expect(await reached(modified(event, { ...event, batch: "1" }))).toEqual([]);
  },
);

test.each([
  ["message.accepted", modified(message, { ...message, state: "accepted" })],
  ["enrolment.entered", inserted(enrolment)],
  ["enrolment.ended", modified(enrolment, { ...enrolment, endedAt: "2026-11-22T08:00:00.000Z" })],
])("%s reaches those who have to act on it", async (moment, change) => {
  expect(await reached(change)).toEqual(FOLLOWS[moment]);
});

test("several moments that are only counted reach who counts them as one event", async () => {
  const accepted = modified(message, { ...message, state: "accepted" });
  const told = await (enrich as unknown as Enrich)([accepted, inserted(enrolment)], context);
  expect(told).toHaveLength(1);
  expect(subscribers(told[0] ?? {})).toEqual(FOLLOWS["figures.together"]);
});

test.each([
  ["a mail that is claimed", inserted({ ...message, state: "claimed" })],
  ["a mail that was dropped", modified(message, { ...message, state: "dropped" })],
  [
    "a mail that stays accepted",
    modified({ ...message, state: "accepted" }, { ...message, state: "accepted" }),
  ],
  ["what is generated", inserted({ __edb_e__: "event", type: "candidate.joined", sample: true })],
  ["a generated way", inserted({ ...enrolment, sample: true })],
  ["a step on the way", modified(enrolment, { ...enrolment, stepId: "second" })],
  ["a person", inserted({ __edb_e__: "candidate", name: "Ada" })],
  ["what is deleted", { eventName: "REMOVE" as const, dynamodb: { OldImage: marshall(enrolment) } }],
])("%s is nobody's business", async (_, change) => {
  expect(await reached(change)).toEqual([]);
});

test("the pipe's enrichment is a function", () => {
  expect(functions).toHaveProperty(pipe.enrichment);
});
