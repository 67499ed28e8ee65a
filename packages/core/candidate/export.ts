import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { commit } from "../commit.ts";
import { BOM, csvLine } from "../csv.ts";
import type * as Facts from "../facts/index.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Events } from "./events.ts";
import { rows } from "./rows.ts";
import { type Asking, Sought, sifted } from "./search.ts";
import { after, cursorOf, ordered } from "./sort.ts";
import type { Row } from "./views.ts";

const LINES = 1000;
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

/** People whom a search finds as CSV, a thousand a call, safe to open in a spreadsheet. The log says how many were taken out. */
export const toCsv = (asking: Pick<Asking, "rule">) =>
  fn(Sought, async (sought): Promise<Part> => {
    Actor.assert("people.export");
    const { found } = await sifted(sought, asking);
    const order = after(ordered(found, sought.sort), sought);
    const page = order.slice(0, LINES);
    const last = order.length > LINES ? page.at(-1) : undefined;
    const lines = await linesOf(page);
    await commit(({ event }) => [event.create(Events.Exported({ count: lines.length })).commit()]);
    const head = sought.cursor ? "" : BOM + csvLine(COLUMNS.map(([name]) => name));
    return {
      csv: head + lines.map((line) => csvLine(COLUMNS.map(([, read]) => String(read(line) ?? "")))).join(""),
      ...(last ? { cursor: cursorOf(last, sought.sort) } : {}),
    };
  });

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
  const found = new Map<string, Beside>();
  const waiting = [...profiles];
  const reader = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop())
      found.set(one.candidateId, { ...one, addresses: await addressesOf(one.candidateId) });
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return found;
}

async function addressesOf(candidateId: string): Promise<string[]> {
  const { data } = await entities.address.query.person({ candidateId }).go({ pages: "all" });
  return data.sort((a, b) => Number(b.primary) - Number(a.primary)).map(({ raw }) => raw);
}
