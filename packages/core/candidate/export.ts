import * as z from "zod";
import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { commit } from "../commit.ts";
import { BOM, csvLine } from "../csv.ts";
import { AppError } from "../error.ts";
import type * as Facts from "../facts/index.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Events } from "./events.ts";
import { SHARDS, shardPage } from "./roster.ts";
import { rows } from "./rows.ts";
import { type Asking, Sought, sieveOf } from "./search.ts";
import type { Row } from "./views.ts";

const LINES = 1000;
/** A part that has room for fewer ends: smaller pages would only be more calls. */
const FEWEST = 100;
const READERS = 32;

export interface Part {
  /** The first part begins with the names of the columns. */
  readonly csv: string;
  /** Asks for the next part; absent after the last. */
  readonly cursor?: string;
}

/** What stands in no fact. */
interface Beside {
  readonly addresses: readonly string[];
  readonly phone?: string | undefined;
  readonly link?: string | undefined;
}

interface Line {
  readonly row: Row;
  readonly facts: Facts.Info;
  readonly beside: Beside;
}

/** Column by column: its name, and what stands in it. */
const COLUMNS: readonly (readonly [string, (line: Line) => string | number | undefined])[] = [
  ["id", ({ row }) => row.candidateId],
  ["name", ({ row }) => row.name],
  ["email", ({ beside }) => beside.addresses[0]],
  ["second_email", ({ beside }) => beside.addresses.slice(1).join(", ")],
  ["phone", ({ beside }) => beside.phone],
  ["link", ({ beside }) => beside.link],
  ["title", ({ row }) => row.title],
  ["company", ({ row }) => row.company],
  ["city", ({ row }) => row.city],
  ["country", ({ row }) => row.country],
  ["language", ({ facts }) => facts.locale],
  ["skills", ({ facts }) => facts.skills.join(", ")],
  ["interests", ({ facts }) => facts.interests.join(", ")],
  ["tags", ({ row }) => row.tags.join(", ")],
  ["experience_years", ({ facts }) => facts.experienceYears],
  ["open_from", ({ facts }) => facts.openFrom],
  ["stage", ({ row }) => row.stage],
  ["owner", ({ row }) => row.owner?.name],
  ["standing", ({ row }) => row.standing],
  ["source", ({ row }) => row.source],
  ["since", ({ row }) => row.joinedAt],
  ["may_write", ({ row }) => row.mayWrite.answer],
  ["may_write_reason", ({ row }) => row.mayWrite.code],
  ["may_write_until", ({ row }) => row.mayWrite.until],
];

/** Where a part ended in the roster: shard by shard, each as its index has it. */
const Place = z.strictObject({
  shard: z
    .int()
    .min(0)
    .max(SHARDS.length - 1),
  cursor: z.string().nullable(),
});
type Place = z.output<typeof Place>;

/**
 * People whom a search finds as CSV, up to a thousand a call and in no order, so that all calls together read the roster once. Safe to
 * open in a spreadsheet. The log says how many were taken out.
 */
export const toCsv = (asking: Pick<Asking, "rule">) =>
  fn(Sought, async (sought): Promise<Part> => {
    Actor.assert("people.export");
    const { people, next } = await nextOf(sought, asking);
    const lines = await linesOf(people);
    await commit(({ event }) => [event.create(Events.Exported({ count: lines.length })).commit()]);
    const head = sought.cursor ? "" : BOM + csvLine(COLUMNS.map(([name]) => name));
    return {
      csv: head + lines.map((line) => csvLine(COLUMNS.map(([, read]) => String(read(line) ?? "")))).join(""),
      ...(next ? { cursor: Buffer.from(JSON.stringify(next)).toString("base64url") } : {}),
    };
  });

/** The roster from where the last part ended, until there are about a thousand. */
async function nextOf({ cursor, ...sought }: Sought, asking: Pick<Asking, "rule">) {
  const sieve = await sieveOf(sought, asking);
  const people: Facts.Info[] = [];
  let at: Place | undefined = cursor ? placeIn(cursor) : { shard: 0, cursor: null };
  while (at && LINES - people.length >= FEWEST) {
    const page = await shardPage(SHARDS[at.shard] ?? "", LINES - people.length, at.cursor);
    people.push(...(await sieve(page.people)).found);
    at = after(at.shard, page.cursor);
  }
  return { people, next: at };
}

function after(shard: number, cursor: string | null): Place | undefined {
  if (cursor) return { shard, cursor };
  return shard + 1 < SHARDS.length ? { shard: shard + 1, cursor: null } : undefined;
}

function placeIn(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new AppError("invalid", "input.invalid", "cursor: not one of ours", [
      { field: "cursor", message: "Not valid" },
    ]);
  }
}

async function linesOf(people: readonly Facts.Info[]): Promise<Line[]> {
  const [shown, beside] = await Promise.all([rows(people), besides(people)]);
  const facts = new Map(people.map((one) => [one.candidateId, one]));
  return shown.flatMap((row) => {
    const [known, more] = [facts.get(row.candidateId), beside.get(row.candidateId)];
    return known && more ? [{ row, facts: known, beside: more }] : [];
  });
}

async function besides(people: readonly Facts.Info[]): Promise<Map<string, Beside>> {
  const keys = people.map(({ candidateId }) => ({ candidateId }));
  const profiles = await batchGet(keys, (some) =>
    entities.candidate.get(some).go({ attributes: ["candidateId", "phone", "link"] }),
  );
  const reached = new Set(people.flatMap(({ hasAddress, candidateId }) => (hasAddress ? [candidateId] : [])));
  const found = new Map<string, Beside>();
  const waiting = [...profiles];
  const reader = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop())
      found.set(one.candidateId, {
        ...one,
        addresses: reached.has(one.candidateId) ? await addressesOf(one.candidateId) : [],
      });
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return found;
}

async function addressesOf(candidateId: string): Promise<string[]> {
  const { data } = await entities.address.query.person({ candidateId }).go({ pages: "all" });
  return data.sort((a, b) => Number(b.primary) - Number(a.primary)).map(({ raw }) => raw);
}
