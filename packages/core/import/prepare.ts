import { normalise } from "../candidate/email-address.ts";
import { applied } from "../commit.ts";
import { AppError } from "../error.ts";
import * as Organisation from "../organisation/index.ts";
import { entities } from "../service.ts";
import { type Draft, drafted } from "./draft.ts";
import * as Files from "./files.ts";
import { remarksOn } from "./ground.ts";
import { inParallel } from "./parallel.ts";
import { termsOf } from "./preview.ts";
import { get } from "./read.ts";
import { rows } from "./records.ts";
import { crowd } from "./same.ts";

const ROWS_A_PART = 200;
const AT_ONCE = 8;

/**
 * Cuts the file into parts that can be read side by side: rows of one person stand in one part, in order, and an address that is
 * somebody else's is taken out. Answers the parts' numbers. Doing it again writes the same.
 */
export async function prepare(importId: string): Promise<{ parts: number[] }> {
  const info = await get(importId);
  // An earlier execution has cut it; its uploaded file may be gone by now.
  if (info.parts !== undefined) return numbered(info.parts);
  const { dialect, mapping } = info;
  if (!dialect || !mapping)
    throw new AppError("blocked", "import.unmapped", "Say first what the columns are");
  const bytes = await Files.file(importId);
  const [terms, policy] = [await termsOf(bytes, dialect, mapping), await Organisation.policy()];
  const people = crowd();
  const read = new Map<number, Files.Row>();
  for await (const { row, cells } of rows(bytes, dialect)) {
    const result = drafted(cells, terms);
    read.set(
      row,
      "draft" in result ? admitted(people, { row, cells, draft: result.draft }) : { row, cells, ...result },
    );
  }
  for (const [row, addresses] of people.taken()) read.set(row, without(read.get(row), row, addresses));
  const noted = (row: Files.Row): Files.Row => {
    const { draft } = row;
    return draft
      ? { ...row, draft: { ...draft, notes: [...draft.notes, ...remarksOn(draft, policy, terms.today)] } }
      : row;
  };
  const rejected = [...read.values()].filter((row) => row.rejected).map((row) => [row.row]);
  const groups = [...people.groups(), ...rejected].map((group) =>
    group.flatMap((row) => read.get(row) ?? []).map(noted),
  );
  const cut = partsOf(groups);
  await inParallel([...cut.entries()], AT_ONCE, ([part, some]) => Files.writePart(importId, part, some));
  await settle(importId, read.size, cut.length);
  return numbered(cut.length);
}

function admitted(
  people: ReturnType<typeof crowd>,
  { row, cells, draft }: Files.Row & { draft: Draft },
): Files.Row {
  const fits = people.add(row, draft) !== undefined;
  return fits ? { row, cells, draft } : { row, cells, rejected: "repeated" };
}

function without(found: Files.Row | undefined, row: number, taken: ReadonlySet<string>): Files.Row {
  const { cells = [], draft } = found ?? {};
  if (!draft) return { row, cells };
  const addresses = draft.addresses.filter((typed, at) => at === 0 || !taken.has(normalise(typed) ?? ""));
  return { row, cells, draft: { ...draft, addresses, notes: [...draft.notes, "second_taken"] } };
}

function partsOf(groups: readonly Files.Group[]): Files.Group[][] {
  const parts: Files.Group[][] = [];
  let room = 0;
  for (const group of groups) {
    if (room <= 0) {
      parts.push([]);
      room = ROWS_A_PART;
    }
    parts.at(-1)?.push(group);
    room -= group.length;
  }
  return parts;
}

/** Parts are cut once: a second reading after a clock's midnight could cut them otherwise. */
const settle = (importId: string, count: number, parts: number) =>
  applied(
    entities.import
      .patch({ importId })
      .set({ rows: count, parts })
      .where((it, op) => op.notExists(it.parts))
      .go(),
  );

const numbered = (count: number) => ({ parts: Array.from({ length: count }, (_, part) => part) });
