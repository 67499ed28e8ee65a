import { createHash } from "node:crypto";
import type { Facts } from "../facts/facts.schema.ts";
import type { Answer } from "./ask.ts";
import type { Stop } from "./ladder.ts";
import type { Question } from "./question.ts";
import type { Rung } from "./views.ts";

/** What is counted of some people; tallies of others are added. */
export interface Tally {
  people: number;
  unknown: number;
  match: number;
  mayWrite: number;
  /** Of those who may be written to: whose gates were asked, and who would get a mail. */
  asked: number;
  wouldGet: number;
  readonly stops: Map<string, Stop & { readonly rung: Rung["rung"]; count: number }>;
  readonly lines: number[];
  /** Whose gates were read although one line alone decides of them. */
  near: number;
  readonly months: number[];
  readonly overlaps: Map<string, number>;
  /** Who comes first in the sample, with what orders them. */
  faces: { readonly order: string; readonly facts: Facts }[];
}

export const FACES = 6;

export const blank = ({ lines, months }: Question): Tally => ({
  people: 0,
  unknown: 0,
  match: 0,
  mayWrite: 0,
  asked: 0,
  wouldGet: 0,
  stops: new Map(),
  lines: lines.map(() => 0),
  near: 0,
  months: months.map(() => 0),
  overlaps: new Map(),
  faces: [],
});

/** Counts one person's answer. */
export function count(tally: Tally, { facts, truth, truths, gate }: Answer, question: Question): void {
  tally.people++;
  if (gate && truth === question.deciding) tally.near++;
  if (truth === undefined) tally.unknown++;
  const line = alone(truths, question.deciding);
  if (line !== undefined) tally.lines[line] = (tally.lines[line] ?? 0) + 1;
  if (truth !== true) return;
  tally.match++;
  const day = (facts.joinedAt ?? facts.createdAt).slice(0, 10);
  const month = question.months.findIndex((end) => day <= end);
  for (let index = month; index >= 0 && index < tally.months.length; index++)
    tally.months[index] = (tally.months[index] ?? 0) + 1;
  for (const { segmentId, holds } of question.others)
    if (holds(facts, undefined, question.now) === true)
      tally.overlaps.set(segmentId, (tally.overlaps.get(segmentId) ?? 0) + 1);
}

/** The one line that stands against all others: without it she would be in (`all`), or only by it she is (`any`). */
function alone(truths: Answer["truths"], deciding: boolean): number | undefined {
  const differs = (truth: Answer["truth"]) => (deciding ? truth === true : truth !== true);
  const line = truths.findIndex(differs);
  return line >= 0 && !truths.some((truth, other) => other !== line && differs(truth)) ? line : undefined;
}

/** Counts why somebody does not stand on a rung. */
export function stop({ stops }: Tally, rung: Rung["rung"], why: Stop): void {
  const key = `${rung} ${why.words}`;
  const known = stops.get(key);
  if (known) known.count++;
  else stops.set(key, { ...why, rung, count: 1 });
}

/** Keeps whoever comes first: people of the speaking shard before all others, so that the sample stays as more people are asked. */
export function meet(tally: Tally, facts: readonly Facts[], { pick }: Question, isSpeaking: boolean): void {
  const ordered = facts.map((one) => ({
    facts: one,
    order: `${isSpeaking ? 0 : 1}${createHash("sha256")
      .update(pick + one.candidateId)
      .digest("hex")}`,
  }));
  tally.faces = first([...tally.faces, ...ordered]);
}

const first = (faces: Tally["faces"]) => faces.sort((a, b) => (a.order < b.order ? -1 : 1)).slice(0, FACES);

/** Adds what was counted of other people. */
export function add(sum: Tally, more: Tally): void {
  for (const name of ["people", "unknown", "match", "mayWrite", "asked", "wouldGet"] as const)
    sum[name] += more[name];
  for (const name of ["lines", "months"] as const)
    for (const [index, value] of more[name].entries()) sum[name][index] = (sum[name][index] ?? 0) + value;
  for (const [key, value] of more.overlaps) sum.overlaps.set(key, (sum.overlaps.get(key) ?? 0) + value);
  for (const [key, value] of more.stops)
    sum.stops.set(key, { ...value, count: value.count + (sum.stops.get(key)?.count ?? 0) });
  sum.faces = first([...sum.faces, ...more.faces]);
}
