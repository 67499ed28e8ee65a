import * as z from "zod";
import { AppError } from "../error.ts";
import type * as Facts from "../facts/index.ts";

export const Sort = z.enum(["newest", "oldest", "name"]);
export type Sort = z.infer<typeof Sort>;

/** Where a page ended: what the order goes by, and whose it was. */
const Cursor = z.object({ sort: Sort, key: z.string(), candidateId: z.string() });
type Place = Pick<z.output<typeof Cursor>, "key" | "candidateId">;

const names = new Intl.Collator("en", { sensitivity: "base" });

const byId = (a: Place, b: Place) =>
  a.candidateId < b.candidateId ? -1 : Number(a.candidateId > b.candidateId);
const byKey = (a: Place, b: Place) => (a.key < b.key ? -1 : Number(a.key > b.key));

const ORDERS: Record<Sort, (a: Place, b: Place) => number> = {
  newest: (a, b) => byKey(b, a) || byId(b, a),
  oldest: (a, b) => byKey(a, b) || byId(a, b),
  name: (a, b) => names.compare(a.key, b.key) || byId(a, b),
};

const placeOf = ({ candidateId, name, joinedAt, createdAt }: Facts.Info, sort: Sort): Place => ({
  candidateId,
  key: sort === "name" ? name : (joinedAt ?? createdAt),
});

/** Always the same order for the same people. */
export const ordered = (people: readonly Facts.Info[], sort: Sort): Facts.Info[] =>
  people
    .map((facts) => ({ facts, place: placeOf(facts, sort) }))
    .sort((a, b) => ORDERS[sort](a.place, b.place))
    .map(({ facts }) => facts);

/** Who comes after a cursor, also when who it names is gone. */
export function after(
  people: readonly Facts.Info[],
  { sort, cursor }: { readonly sort: Sort; readonly cursor?: string },
): readonly Facts.Info[] {
  if (!cursor) return people;
  const place = decode(cursor, sort);
  return people.filter((facts) => ORDERS[sort](place, placeOf(facts, sort)) < 0);
}

export const cursorOf = (facts: Facts.Info, sort: Sort): string =>
  Buffer.from(JSON.stringify({ sort, ...placeOf(facts, sort) })).toString("base64url");

function decode(cursor: string, sort: Sort): Place {
  try {
    return Cursor.extend({ sort: z.literal(sort) }).parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
  } catch {
    throw new AppError("invalid", "input.invalid", "cursor: not one of ours", [
      { field: "cursor", message: "Not valid" },
    ]);
  }
}
