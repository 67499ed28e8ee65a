import { PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { pipe, rules } from "../../../infra/index.ts";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { BusEvent, Place } from "../place.ts";

type Entry = Partial<PutEventsRequestEntry>;
const entry = ({ busName }: Place, more: Entry = {}) => ({
  EventBusName: busName,
  Source: "conformance",
  DetailType: "candidate.joined",
  Detail: JSON.stringify({ passes: true, trace: "trc_1" }),
  ...more,
});
const put = (place: Place, ...entries: Entry[]) =>
  place.bus.send(new PutEventsCommand({ Entries: entries.map((more) => entry(place, more)) }));
/** What became of each entry. */
const taken = (place: Place, ...entries: Entry[]) =>
  outcome(put(place, ...entries), ({ Entries = [], FailedEntryCount }) => ({
    failed: FailedEntryCount,
    entries: Entries.map(({ EventId, ErrorCode }) => ErrorCode ?? (EventId ? "taken" : "nothing")),
  }));

/** What the rule led to the queue within a few seconds; nothing is waited for after `wanted`. */
async function delivered({ sqs, queues: { events: QueueUrl } }: Place, wanted: number) {
  const found: Record<string, unknown>[] = [];
  for (let tries = 0; tries < 20 && found.length < wanted; tries++) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MaxNumberOfMessages: 10 }),
    );
    for (const { Body = "{}", ReceiptHandle } of Messages) {
      found.push(JSON.parse(Body));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  return found;
}

/** What every event carries. */
const FIELDS = ["account", "detail", "detail-type", "id", "region", "resources", "source", "time", "version"];

const patternOf = (name: (typeof rules)[number]["name"]) => rules.find((rule) => rule.name === name)?.pattern;
const ours = (type: string, more: object = {}) => ({
  source: "perennial",
  "detail-type": type,
  detail: {},
  ...more,
});
const ses = (eventType: string, sets: readonly string[]) => ({
  source: "aws.ses",
  "detail-type": "Email",
  detail: { eventType, mail: { tags: { "ses:configuration-set": sets, "ses:operation": ["SendEmail"] } } },
});
const record = (eventName: string, NewImage: object, OldImage?: object) => ({
  source: "pipe",
  "detail-type": "record",
  detail: { eventName, dynamodb: { NewImage, ...(OldImage && { OldImage }) } },
});
const of = (entity: string, more: object = {}) => ({ __edb_e__: { S: entity }, ...more });
/** A filter of the pipe, as a pattern over an event that carries the record. */
const filter = (at: number) => ({ detail: pipe.filters[at] });

const puts = from("events put", "EventBridge API reference, PutEvents");
const match = from("events pattern", "EventBridge guide, Comparison operators for use in event patterns");
const line = (name: string, aws: unknown, pattern: unknown, event: BusEvent) =>
  match(name, aws, (place) => outcome(place.matches(pattern, event), (it) => it));
const wrong = refused("InvalidEventPatternException");
const value = (wanted: unknown, got: unknown) =>
  [
    { source: ["s"], detail: { v: [wanted] } },
    { source: "s", "detail-type": "t", detail: { v: got } },
  ] as const;

const patterns = [
  line("a rule of ours, a type it lists", true, patternOf("enrol"), ours("candidate.joined")),
  line("a rule of ours, a type it does not list", false, patternOf("enrol"), ours("candidate.joine")),
  line(
    "a rule of ours, from somebody else",
    false,
    patternOf("enrol"),
    ours("candidate.joined", { source: "perennial2" }),
  ),
  line(
    "SES's rule, a bounce of our configuration set",
    true,
    patternOf("engagement"),
    ses("Bounce", ["perennial"]),
  ),
  line("SES's rule, a mail of another's", false, patternOf("engagement"), ses("Bounce", ["other"])),
  line("SES's rule, what repeats the answer", false, patternOf("engagement"), ses("Send", ["perennial"])),
  line(
    "SES's rule, one of several tags",
    true,
    patternOf("engagement"),
    ses("Click", ["other", "perennial"]),
  ),
  line(
    "the pipe, an event that somebody hears",
    true,
    filter(0),
    record("INSERT", of("event", { type: { S: "candidate.joined" } })),
  ),
  line(
    "the pipe, an event of the sample",
    false,
    filter(0),
    record("INSERT", of("event", { type: { S: "candidate.joined" }, sample: { BOOL: true } })),
  ),
  line(
    "the pipe, an enrolment by itself",
    true,
    filter(1),
    record("INSERT", of("enrolment", { state: { S: "active" } })),
  ),
  line(
    "the pipe, an enrolment of a batch",
    false,
    filter(1),
    record("INSERT", of("enrolment", { enteredBatch: { S: "b" } })),
  ),
  line(
    "the pipe, an enrolment that ends",
    true,
    filter(2),
    record("MODIFY", of("enrolment", { endedAt: { S: "t" } }), of("enrolment")),
  ),
  line(
    "the pipe, an enrolment that had ended",
    false,
    filter(2),
    record("MODIFY", of("enrolment", { endedAt: { S: "t" } }), of("enrolment", { endedAt: { S: "t" } })),
  ),
  line(
    "the pipe, a message that is accepted now",
    true,
    filter(3),
    record("MODIFY", of("message", { state: { S: "accepted" } }), of("message", { state: { S: "sending" } })),
  ),
  line(
    "the pipe, a message that was accepted",
    false,
    filter(3),
    record(
      "MODIFY",
      of("message", { state: { S: "accepted" } }),
      of("message", { state: { S: "accepted" } }),
    ),
  ),
  line(
    "the pipe, a message that had no state",
    false,
    filter(3),
    record("MODIFY", of("message", { state: { S: "accepted" } }), of("message")),
  ),
  line("anything but, of a list that holds both", true, ...value({ "anything-but": ["a"] }, ["a", "b"])),
  line("anything but, of an empty list", false, ...value({ "anything-but": ["a"] }, [])),
  line("exists, of an object", false, ...value({ exists: true }, { inner: 1 })),
  line("exists false, of null", false, ...value({ exists: false }, null)),
  line("null, of null", true, ...value(null, null)),
  line("a text is no number", false, ...value("1", 1)),
  line("numeric, between", true, ...value({ numeric: [">", 0, "<=", 5] }, 5)),
  line("prefix, regardless of case", true, ...value({ prefix: { "equals-ignore-case": "AB" } }, "abc")),
  line("wildcard", true, ...value({ wildcard: "a*c*" }, "abcd")),
  line("no list of values", wrong, { source: "s" }, ours("x")),
  line("an operator that is none", wrong, { source: [{ like: "s" }] }, ours("x")),
  line("an empty list of values", wrong, { source: [] }, ours("x")),
];

export const events = [
  puts("an event is taken", { failed: 0, entries: ["taken"] }, (place) =>
    taken(place, { Source: "elsewhere" }),
  ),
  puts("no source", { failed: 1, entries: ["InvalidArgument"] }, (place) => taken(place, { Source: "" })),
  puts("no type", { failed: 1, entries: ["InvalidArgument"] }, (place) => taken(place, { DetailType: "" })),
  puts("a detail that is no JSON", { failed: 1, entries: ["MalformedDetail"] }, (place) =>
    taken(place, { Detail: "{" }),
  ),
  puts("a detail that is a list", { failed: 1, entries: ["MalformedDetail"] }, (place) =>
    taken(place, { Detail: "[]" }),
  ),
  puts("in the name of AWS", { failed: 1, entries: ["NotAuthorizedForSourceException"] }, (place) =>
    taken(place, { Source: "aws.ses" }),
  ),
  puts(
    "a wrong one between right ones",
    { failed: 1, entries: ["taken", "MalformedDetail", "taken"] },
    (place) =>
      taken(place, { Source: "elsewhere" }, { Source: "elsewhere", Detail: "{" }, { Source: "elsewhere" }),
  ),
  puts("eleven events", refused("ValidationException"), (place) =>
    taken(place, ...Array.from({ length: 11 }, () => ({}))),
  ),
  puts("no event", refused("ValidationException"), (place) => taken(place)),
  puts(
    "a rule leads what it lets through to its queue, in an envelope",
    {
      passed: [1, 2],
      fields: FIELDS,
      detail: { passes: true, n: 1 },
    },
    async (place) => {
      const detail = (passes: boolean, n: number) => ({ Detail: JSON.stringify({ passes, n }) });
      await put(
        place,
        detail(true, 1),
        detail(false, 3),
        { ...detail(true, 4), Source: "elsewhere" },
        detail(true, 2),
      );
      const found = await delivered(place, 2);
      const numbers = found.map((it) => (it.detail as { n: number }).n).sort();
      const first = found.find((it) => (it.detail as { n: number }).n === 1);
      return { passed: numbers, fields: Object.keys(first ?? {}).sort(), detail: first?.detail };
    },
    "EventBridge guide, Event structure",
  ),
  ...patterns,
];
