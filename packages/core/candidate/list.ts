import * as z from "zod";
import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Gate } from "../gate/index.ts";
import { Season } from "../season/index.ts";
import { entities } from "../service.ts";
import { mayWrite } from "./may-write.ts";
import type { Row } from "./views.ts";

const PAGE = 50;
/** Nobody can have joined before the product was there. */
const FIRST_MONTH = "2026-01";

/** Where a page ended: the month, and DynamoDB's own cursor inside it. */
const Cursor = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), at: z.string().nullable() });

/** People of the talent community, newest first, fifty a page. One query a month touched and two batched reads. */
export const list = fn(
  z.strictObject({ cursor: z.string().max(2000).exactOptional() }),
  async ({ cursor }): Promise<{ people: Row[]; cursor?: string }> => {
    Actor.assert("people.read");
    const { ids, next } = await arrivals(
      cursor ? decode(cursor) : { month: Clock.iso().slice(0, 7), at: null },
    );
    const people = await rows(ids);
    return { people, ...(next ? { cursor: encode(next) } : {}) };
  },
);

async function arrivals(from: z.output<typeof Cursor>) {
  const ids: string[] = [];
  let { month, at } = from;
  while (month >= FIRST_MONTH) {
    const limit = PAGE - ids.length;
    const { data, cursor } = await entities.candidate.query
      .arrivals({ arrival: month })
      .go({ cursor: at, limit, order: "desc" });
    ids.push(...data.map(({ candidateId }) => candidateId));
    if (ids.length >= PAGE)
      return { ids, next: cursor ? { month, at: cursor } : { month: before(month), at: null } };
    [month, at] = [before(month), null];
  }
  return { ids };
}

function before(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}

async function rows(ids: readonly string[]): Promise<Row[]> {
  const keys = ids.map((candidateId) => ({ candidateId }));
  const [found, gates] = await Promise.all([
    batchGet(keys, (some) => entities.candidate.get(some).go()),
    Gate.readMany(ids),
  ]);
  const people = new Map(found.map((person) => [person.candidateId, person]));
  return ids.flatMap((candidateId) => {
    const person = people.get(candidateId);
    if (!person) return [];
    const gate = gates.get(candidateId);
    const { name, standing, source, joinedAt = person.createdAt } = person;
    const season = Season.line(gate?.marks ?? [], gate?.permissions.job_news);
    return [{ candidateId, name, standing, source, joinedAt, mayWrite: mayWrite(gate), season }];
  });
}

/** Names of people for lists of other nouns; whoever was erased is missing. */
export async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(ids)].map((candidateId) => ({ candidateId }));
  const people = await batchGet(keys, (some) =>
    entities.candidate.get(some).go({ attributes: ["candidateId", "name"] }),
  );
  return new Map(people.map(({ candidateId, name }) => [candidateId, name]));
}

const encode = (cursor: z.output<typeof Cursor>) => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function decode(cursor: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new AppError("invalid", "input.invalid", "cursor: not one of ours", [
      { field: "cursor", message: "Not valid" },
    ]);
  }
}
