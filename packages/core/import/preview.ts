import { Clock } from "../clock.ts";
import * as Organisation from "../organisation/index.ts";
import { type Order, orderOf } from "./dates.ts";
import { type Draft, drafted, type Terms } from "./draft.ts";
import { remarksOn } from "./ground.ts";
import type { Dialect, Mapping, Target } from "./import.schema.ts";
import { notesIn, rejectionsIn, tally } from "./reasons.ts";
import { rows } from "./records.ts";
import { crowd } from "./same.ts";
import type { Preview } from "./views.ts";

/** What would come of a file as it is mapped. */
export async function preview(bytes: Buffer, dialect: Dialect, mapping: Mapping): Promise<Preview> {
  const [terms, policy] = [await termsOf(bytes, dialect, mapping), await Organisation.policy()];
  const people = crowd();
  const said = tally();
  const sum = { rows: 0, valid: 0, withoutAddress: 0, repeated: 0 };
  const grounds = { none: 0, consent: 0, legitimate_interest: 0 };
  const count = (draft: Draft, row: number) => {
    const times = people.add(row, draft);
    if (times === undefined) return said.say("repeated", row);
    for (const note of [...draft.notes, ...remarksOn(draft, policy, terms.today)]) said.say(note, row);
    sum.valid += 1;
    if (times > 1) sum.repeated += 1;
    if (draft.addresses.length === 0) sum.withoutAddress += 1;
    grounds[draft.ground] += 1;
  };
  for await (const { row, cells } of rows(bytes, dialect)) {
    sum.rows += 1;
    const read = drafted(cells, terms);
    if ("draft" in read) count(read.draft, row);
    else said.say(read.rejected, row);
  }
  for (const row of people.taken().keys()) said.say("second_taken", row);
  return { ...sum, grounds, rejected: rejectionsIn(said.all()), notes: notesIn(said.all()) };
}

const DATES: ReadonlySet<Target> = new Set(["openFrom", "consentOn"]);

/** What the rows of a file are read by; how it writes dates shows only when all of them are seen. */
export async function termsOf(bytes: Buffer, dialect: Dialect, mapping: Mapping): Promise<Terms> {
  const dated = mapping.columns.flatMap((target, at) => (DATES.has(target) ? [at] : []));
  let order: Order = "day_first";
  if (dated.length > 0)
    for await (const { cells } of rows(bytes, dialect)) {
      order = orderOf(dated.map((at) => cells[at] ?? ""));
      if (order === "month_first") break;
    }
  return { mapping, order, today: Clock.iso().slice(0, 10) };
}
