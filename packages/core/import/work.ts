import { Refused } from "../commit.ts";
import * as Organisation from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { Locale } from "../text.ts";
import { admit, isErased, type Outcome } from "./admit.ts";
import { amend } from "./amend.ts";
import * as Files from "./files.ts";
import type { Counts, Target } from "./import.schema.ts";
import * as Kept from "./kept.ts";
import * as People from "./known.ts";
import { inParallel } from "./parallel.ts";
import * as Part from "./part.ts";
import { get, NOTHING } from "./read.ts";
import { type Note, type Rejection, tally } from "./reasons.ts";
import { type Task, tasksOf } from "./task.ts";
import { admitTogether, handfuls } from "./together.ts";
import { tracesIn } from "./traces.ts";

/** What all rows of an import share. */
export interface Bench {
  readonly importId: string;
  readonly organisation: Settings;
  readonly columns: readonly Target[];
  /** What is said of where people came from, unless their row says it. */
  readonly source: string;
  /** Language of whoever's is not said. */
  readonly locale: (country: string | undefined) => Locale;
}

type Rejected = Extract<Outcome, { kind: "rejected" }>;

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
  const marks = markedBy(groups.flat(), tasks, bench);
  const known = await People.read([...marks.values()]);
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
      ledger.take(row, done ?? (await one(tasks.get(row.row) ?? rejection(row, marks, known), bench, known)));
    }
  });
  const { counts, said, refused } = ledger.sum();
  await Kept.keep(importId, refused, bench.columns);
  await Part.finish(importId, part, { counts, notes: said });
}

async function benchOf(importId: string): Promise<Bench> {
  const [organisation, { fileName, mapping }] = await Promise.all([Organisation.required(), get(importId)]);
  const [first = "en"] = organisation.languages;
  const german = organisation.languages.includes("de");
  return {
    importId,
    organisation,
    columns: mapping?.columns ?? [],
    source: mapping?.ground.source ?? mapping?.ground.consentPlace ?? fileName,
    locale: (country) => (german && country && GERMAN.has(country) ? "de" : first),
  };
}

const GERMAN: ReadonlySet<string> = new Set(["DE", "AT", "CH", "LI"]);

type Marked = ReadonlyMap<number, People.Marks>;

/** What each row's person is found by; of a row that was not read, whatever it names. */
const markedBy = (rows: readonly Files.Row[], tasks: ReadonlyMap<number, Task>, { columns }: Bench): Marked =>
  new Map(
    rows.map(({ row, cells }) => [
      row,
      tasks.get(row)?.marks ?? { name: "", addresses: tracesIn(cells, columns) },
    ]),
  );

/** A row that was not read. Whoever was erased is not told from it either. */
function rejection(
  { row, rejected = "name_missing" }: Files.Row,
  marks: Marked,
  known: People.Known,
): Rejected {
  const found = marks.get(row);
  return { kind: "rejected", code: found && isErased(found, known) ? "erased" : rejected };
}

/** One row; read anew when somebody changed meanwhile what it is about. */
async function one(task: Task | Rejected, bench: Bench, known: People.Known): Promise<Outcome> {
  if ("kind" in task) return task;
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
  const refused: Kept.Refused[] = [];
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
