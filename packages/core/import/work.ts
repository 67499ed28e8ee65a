import { Refused } from "../commit.ts";
import * as Organisation from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { Locale } from "../text.ts";
import { admit, type Outcome } from "./admit.ts";
import { amend } from "./amend.ts";
import * as Files from "./files.ts";
import type { Counts } from "./import.schema.ts";
import * as People from "./known.ts";
import { inParallel } from "./parallel.ts";
import * as Part from "./part.ts";
import { get, NOTHING } from "./read.ts";
import { type Note, type Rejection, tally } from "./reasons.ts";
import { type Task, tasksOf } from "./task.ts";
import { admitTogether, handfuls } from "./together.ts";

/** What all rows of an import share. */
export interface Bench {
  readonly importId: string;
  readonly organisation: Settings;
  /** What is said of where people came from, unless their row says it. */
  readonly source: string;
  /** Language of whoever's is not said. */
  readonly locale: (country: string | undefined) => Locale;
}

const AT_ONCE = 16;
const ATTEMPTS = 5;
const STOP_BEFORE_TIMEOUT_MS = 15_000;

/** The task ran out of time; what it wrote is found by the next try. */
class OutOfTime extends Error {}

/**
 * Reads one part of the file in. Safe to do again, at any point: what a row writes follows from the row, and what was written before is
 * counted as what it was then.
 * @param remaining milliseconds the invocation has left
 */
export async function work(importId: string, part: number, remaining: () => number): Promise<void> {
  const begun = await Part.begin(importId, part);
  if (begun === "done") return;
  const [bench, groups] = [await benchOf(importId), await Files.readPart(importId, part)];
  const tasks = new Map(groups.flatMap(tasksOf).map((task) => [task.row, task]));
  const known = await People.read([...tasks.values()].map(({ marks }) => marks));
  const before =
    begun === "again"
      ? await People.writtenBefore(importId, [...tasks.values()], known)
      : new Map<number, Outcome>();
  const ledger = outcomes();
  await inParallel(handfuls(groups), AT_ONCE, async (some) => {
    const alone = some.flatMap((group) =>
      group.length === 1 ? group.flatMap(({ row }) => tasks.get(row) ?? []) : [],
    );
    const admitted = await admitTogether(alone, bench, known);
    for (const row of some.flat()) {
      if (remaining() < STOP_BEFORE_TIMEOUT_MS) throw new OutOfTime();
      const done = before.get(row.row) ?? admitted.get(row.row);
      ledger.take(row, done ?? (await one(tasks.get(row.row), row, bench, known)));
    }
  });
  const { counts, said, refused } = ledger.sum();
  if (refused.length > 0) await Files.writeRefused(importId, part, refused);
  await Part.finish(importId, part, { counts, notes: said });
}

async function benchOf(importId: string): Promise<Bench> {
  const [organisation, { fileName, mapping }] = await Promise.all([Organisation.required(), get(importId)]);
  const [first = "en"] = organisation.languages;
  const german = organisation.languages.includes("de");
  return {
    importId,
    organisation,
    source: mapping?.ground.source ?? mapping?.ground.consentPlace ?? fileName,
    locale: (country) => (german && country && GERMAN.has(country) ? "de" : first),
  };
}

const GERMAN: ReadonlySet<string> = new Set(["DE", "AT", "CH", "LI"]);

/** One row; read anew when somebody changed meanwhile what it is about. */
async function one(
  task: Task | undefined,
  { rejected = "name_missing" }: Files.Row,
  bench: Bench,
  known: People.Known,
): Promise<Outcome> {
  if (!task) return { kind: "rejected", code: rejected };
  for (let attempt = 1; ; attempt++) {
    try {
      const person = People.whose(task.marks, known);
      return await (person ? amend(task, person, bench, known) : admit(task, bench, known));
    } catch (error) {
      if (!(error instanceof Refused) || attempt === ATTEMPTS) throw error;
      const found = await People.read([task.marks]);
      const [written] = (await People.writtenBefore(bench.importId, [task], found)).values();
      if (written) return written;
      refresh(known, found, task.marks);
    }
  }
}

function refresh(known: People.Known, found: People.Known, marks: People.Marks) {
  for (const hash of People.hashesIn(marks)) {
    known.holders.delete(hash);
    known.suppressed.delete(hash);
  }
  for (const [hash, holder] of found.holders) known.holders.set(hash, holder);
  for (const [hash, reason] of found.suppressed) known.suppressed.set(hash, reason);
  for (const [candidateId, person] of found.people) known.people.set(candidateId, person);
}

/** Counts what came of rows. */
function outcomes() {
  const counts: { -readonly [Kind in keyof Counts]: number } = { ...NOTHING };
  const said = tally();
  const refused: Files.Refused[] = [];
  const reject = ({ row, cells }: Files.Row, code: Rejection) => {
    said.say(code, row);
    // Nothing is kept of who was erased, not even for correction.
    refused.push({ row, cells: code === "erased" ? [] : cells, code });
  };
  return {
    take(row: Files.Row, outcome: Outcome) {
      counts[outcome.kind] += 1;
      if (outcome.kind === "rejected") return reject(row, outcome.code);
      const notes = new Set<Note>([...(row.draft?.notes ?? []), ...outcome.notes]);
      for (const note of notes) said.say(note, row.row);
    },
    sum: () => ({ counts, said: said.all(), refused }),
  };
}
