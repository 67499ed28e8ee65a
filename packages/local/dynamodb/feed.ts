import { randomUUID } from "node:crypto";
import { region } from "../wire/names.ts";
import type { Change } from "./change.ts";
import { below, type Disk, keys, metaOp, type Op, readMeta } from "./disk.ts";
import { type Item, pick } from "./item.ts";
import type { TableDescription } from "./table.ts";

/** A change as DynamoDB Streams hands it to a pipe or a function. Images are in DynamoDB's own JSON. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: string;
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly dynamodb: {
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    /** 21 digits that only ever grow, also over restarts. */
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
  readonly eventSourceARN: string;
  /** Present when the item expired: `dynamodb.amazonaws.com`. */
  readonly userIdentity?: { readonly type: string; readonly principalId: string };
}

/** The table's change feed. Records hold personal data: whoever has consumed them trims them. */
export interface Feed {
  /** Records after a sequence number (`""` for the first), oldest first. */
  read(after: string, limit: number): Promise<StreamRecord[]>;
  /** The same as JSON texts, which cost less to hand on. */
  texts(after: string, limit: number): Promise<string[]>;
  /** Deletes everything up to and including a sequence number. */
  trim(upTo: string): Promise<void>;
  /** Calls back with the records of every commit that wrote some; answers what ends it. */
  onAppend(listener: (added: readonly Recorded[]) => void): () => void;
  /** The newest sequence number that is safely on disk; `""` before the first. */
  last(): string;
}

/** A record as JSON text, and its sequence number. */
export interface Recorded {
  readonly at: string;
  readonly text: string;
}

/** The writing side, for the committer alone. */
export interface FeedWriter extends Omit<Feed, "trim"> {
  /** What records a change, numbered in the order of the calls. */
  recordOf(change: Change, now: number): Recorded;
  /** Told once the batch with the recorded changes is on disk. */
  appended(added: readonly Recorded[]): void;
  /** What deletes everything up to and including a sequence number. An emptied feed goes on counting where it was. */
  trimOps(upTo: string): Op[];
  /** Told once that is on disk. */
  trimmed(upTo: string): void;
}

export const recordFrom = (json: string): StreamRecord => JSON.parse(json);

/** A sequence number as records carry it, `""` for none. */
export const sequenceOf = (number: number) => (number === 0 ? "" : pad(number));
const pad = (sequence: number) => String(sequence).padStart(21, "0");

export const recordOp = ({ at, text }: Recorded): Op => ({ type: "put", key: keys.feed(at), value: text });

export async function openFeed(disk: Disk, table: TableDescription): Promise<FeedWriter> {
  const [newest] = await disk.keys({ ...below(keys.feed("")), reverse: true, limit: 1 }).all();
  let trimmed = Number((await readMeta<string>(disk, "trimmed")) ?? "0");
  let sequence = Math.max(Number(newest?.slice(keys.feed("").length) ?? 0), trimmed);
  let written = sequence;
  const listeners = new Set<(added: readonly Recorded[]) => void>();
  const texts = (after: string, limit: number) =>
    disk.values({ gt: keys.feed(after), lt: below(keys.feed("")).lt, limit }).all();
  return {
    texts,
    read: async (after, limit) => (await texts(after, limit)).map(recordFrom),
    trimOps(upTo) {
      const count = Math.max(0, Number(upTo) - trimmed);
      // One by one, as they are known: to look for them would cost more than to delete them.
      const gone = Array.from(
        { length: count },
        (_, at): Op => ({ type: "del", key: keys.feed(pad(trimmed + 1 + at)) }),
      );
      return count === 0 ? [] : [metaOp("trimmed", upTo), ...gone];
    },
    trimmed(upTo) {
      trimmed = Math.max(trimmed, Number(upTo));
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    last: () => sequenceOf(written),
    recordOf(change, now) {
      sequence += 1;
      const at = pad(sequence);
      return { at, text: recordText(change, table, at, now) };
    },
    appended(added) {
      const last = added.at(-1);
      if (last === undefined) return;
      written = Number(last.at);
      for (const listener of listeners) listener(added);
    },
  };
}

/** Written as text around the images, which are text already. */
function recordText({ old, next, expired }: Change, table: TableDescription, sequence: string, now: number) {
  const name = old === undefined ? "INSERT" : next === undefined ? "REMOVE" : "MODIFY";
  const names = table.KeySchema.map((key) => key.AttributeName);
  const images = [
    ...(next === undefined ? [] : [`"NewImage":${next.json}`]),
    ...(old === undefined ? [] : [`"OldImage":${old.json}`]),
  ];
  const by = expired ? `,"userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"}` : "";
  return (
    `{"eventID":"${randomUUID().replaceAll("-", "")}","eventName":"${name}","eventVersion":"1.1",` +
    `"eventSource":"aws:dynamodb","awsRegion":"${region}","dynamodb":{` +
    `"ApproximateCreationDateTime":${Math.floor(now / 1000)},` +
    `"Keys":${JSON.stringify(pick((next ?? old)?.item ?? {}, names))},${images.join(",")},` +
    `"SequenceNumber":"${sequence}","SizeBytes":${(old?.json.length ?? 0) + (next?.json.length ?? 0)},` +
    `"StreamViewType":"NEW_AND_OLD_IMAGES"},"eventSourceARN":"${table.LatestStreamArn}"${by}}`
  );
}
