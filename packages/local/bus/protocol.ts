import { z } from "zod";
import { AwsError, operation } from "../wire/index.ts";
import { type Envelope, envelopeOf } from "./envelope.ts";
import { matches, validate } from "./match.ts";

const Entry = z.object({
  /** Epoch seconds. */
  Time: z.number().optional(),
  Source: z.string().default(""),
  DetailType: z.string().default(""),
  Detail: z.string().default(""),
  Resources: z.array(z.string()).default([]),
  EventBusName: z.string().default("default"),
});
type Entry = z.output<typeof Entry>;
export type PutEntry = z.input<typeof Entry>;

const Input = z.object({ Entries: z.array(Entry).min(1).max(10) });

/** What PutEvents answers. */
interface Output {
  readonly FailedEntryCount: number;
  readonly Entries: readonly object[];
}

/** What all entries of a request may weigh together (PutEvents, "Calculating event entry size"). */
const LARGEST = 256 * 1024;

interface Taken {
  readonly bus: string;
  readonly envelope: Envelope;
}
interface Options {
  readonly buses: readonly string[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Keeps events; resolves once that is done. */
  readonly accept: (events: readonly Taken[]) => Promise<void>;
}

const Trial = z.object({ EventPattern: z.string(), Event: z.string() });
/** What an event needs to be tried (EventBridge API reference, TestEventPattern). */
const Whole = z.looseObject({
  id: z.string(),
  account: z.string(),
  source: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  "detail-type": z.string(),
});

/** PutEvents (EventBridge API reference): each entry is taken or refused by itself. TestEventPattern: would it match. */
export function operations({ buses, now, accept }: Options) {
  return {
    PutEvents: operation(Input, async ({ Entries }): Promise<Output> => {
      if (Entries.reduce((sum, entry) => sum + size(entry), 0) > LARGEST)
        throw new AwsError(
          "ValidationException",
          "Total size of the entries in the request is over the limit.",
        );
      const read = Entries.map((entry) => take(entry, buses, now()));
      await accept(read.filter((one): one is Taken => "envelope" in one));
      return {
        FailedEntryCount: read.filter((one) => !("envelope" in one)).length,
        Entries: read.map((one) => ("envelope" in one ? { EventId: one.envelope.id } : one)),
      };
    }),
    TestEventPattern: operation(Trial, ({ EventPattern, Event }) => {
      const pattern = object(EventPattern) ?? EventPattern;
      try {
        validate(pattern);
      } catch (error) {
        throw new AwsError("InvalidEventPatternException", String(error));
      }
      const event = Whole.safeParse(object(Event));
      if (!event.success) throw new AwsError("ValidationException", z.prettifyError(event.error));
      return { Result: matches(pattern, event.data) };
    }),
  };
}

function take(entry: Entry, buses: readonly string[], now: number) {
  const { Source: source, DetailType: detailType, Resources: resources } = entry;
  const bus = entry.EventBusName.slice(entry.EventBusName.lastIndexOf("/") + 1);
  for (const name of ["Source", "DetailType", "Detail"] as const)
    if (entry[name] === "")
      return refuse(
        "InvalidArgument",
        `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      );
  if (source.startsWith("aws."))
    return refuse("NotAuthorizedForSourceException", "Not authorized for the source.");
  const detail = object(entry.Detail);
  if (!detail) return refuse("MalformedDetail", "Detail is malformed.");
  // AWS drops events for a bus that doesn't exist without a word; here the mistake is said.
  if (!buses.includes(bus)) return refuse("ResourceNotFoundException", `Event bus ${bus} does not exist.`);
  const at = entry.Time === undefined ? now : entry.Time * 1000;
  return { bus, envelope: envelopeOf({ source, detailType, detail, resources, at }) };
}

const refuse = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

function object(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function size({ Time, Source, DetailType, Detail, Resources }: Entry) {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}
