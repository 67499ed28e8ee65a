import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import * as Files from "./files.ts";
import type { Target } from "./import.schema.ts";
import { inParallel } from "./parallel.ts";
import type { Rejection } from "./reasons.ts";
import { tracesIn } from "./traces.ts";

/** A row that was not taken. Of somebody erased, and of what is no row of a person, the number alone. */
export interface Refused {
  readonly row: number;
  readonly cells: readonly string[];
  readonly code: Rejection;
}

/** So long rows are there to be corrected. */
export const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 16;

/** An item has 400 KB (DynamoDB quotas); and whoever is erased must find each of her rows by all it names. */
const LARGEST = 100_000;
const MOST_TRACES = 50;

/**
 * Keeps rows for correction, each found again by every address and page it names. Twice is once. Somebody may be erased meanwhile who
 * looked for her rows before they were there: they are blanked afterwards.
 */
export async function keep(
  importId: string,
  refused: readonly Refused[],
  columns: readonly Target[],
): Promise<void> {
  const expiresAt = Math.ceil((Clock.ms() + KEPT_MS) / 1000);
  const rows = refused.map((one) => traced(one, columns));
  await inParallel(rows, AT_ONCE, async ({ row, cells, code, traces }) => {
    await inParallel(traces, AT_ONCE, async (addressHash) => {
      await entities.importTrace.put({ addressHash, importId, row, expiresAt }).go();
    });
    await entities.importRow.put({ importId, row, cells: [...cells], code, expiresAt }).go();
  });
  const erased = await erasedAmong(rows.flatMap(({ traces }) => traces));
  for (const { row, traces } of rows)
    if (traces.some((trace) => erased.has(trace))) await blank({ importId, row });
}

function traced({ row, cells, code }: Refused, columns: readonly Target[]) {
  const size = cells.reduce((sum, cell) => sum + Buffer.byteLength(cell), 0);
  const traces = size > LARGEST ? [] : tracesIn(cells, columns);
  const fits = size <= LARGEST && traces.length <= MOST_TRACES;
  return fits ? { row, cells, code, traces } : { row, cells: [], code, traces: [] };
}

async function erasedAmong(hashes: readonly string[]): Promise<Set<string>> {
  const keys = [...new Set(hashes)].map((addressHash) => ({ addressHash }));
  const found = await batchGet(keys, (some) => entities.suppression.get(some).go({ consistent: true }));
  return new Set(found.flatMap(({ addressHash, erased }) => (erased ? [addressHash] : [])));
}

const blank = ({ importId, row }: { readonly importId: string; readonly row: number }) =>
  applied(entities.importRow.patch({ importId, row }).set({ cells: [], code: "erased" }).go());

/** The rows of an import that were not taken, in order, read strongly. */
export async function rowsOf(importId: string): Promise<Refused[]> {
  const { data } = await entities.importRow.query
    .primary({ importId })
    .go({ pages: "all", consistent: true });
  return data.map(({ row, cells, code }) => ({ row, cells, code: code as Rejection }));
}

/**
 * Blanks what is kept of rows that name somebody who was erased, and takes files away that they may stand in. It goes by what her
 * erasure left for it, and is done again until that is gone.
 */
export async function forget(candidateId: string): Promise<void> {
  const { data: erasure } = await entities.erasure.get({ candidateId }).go({ consistent: true });
  if (!erasure) return;
  const traces = (await Promise.all(erasure.hashes.map(leading))).flat();
  for (const trace of traces) await blank(trace);
  for (const importId of new Set(traces.map((trace) => trace.importId))) {
    // Whoever writes the file now sees by this that rows were blanked, and writes it again.
    await applied(entities.import.patch({ importId }).add({ blanked: 1 }).go());
    await Files.removeRejected(importId);
  }
  for (const { addressHash, importId, row } of traces)
    await entities.importTrace.delete({ addressHash, importId, row }).go();
  await entities.erasure.delete({ candidateId }).go();
}

async function leading(addressHash: string) {
  const { data } = await entities.importTrace.query
    .primary({ addressHash })
    .go({ pages: "all", consistent: true });
  return data;
}
