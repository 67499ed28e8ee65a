import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Facts from "../facts/index.ts";
import { fn } from "../fn.ts";
import * as Rule from "../rule/index.ts";
import { estimated, exactly, extrapolated } from "./estimate.ts";
import { facesOf } from "./faces.ts";
import { labels } from "./labels.ts";
import { everybody, oneShard } from "./pass.ts";
import { type Question, questionOf } from "./question.ts";
import { SegmentId } from "./segment.schema.ts";
import type { Tally } from "./tally.ts";
import type { Count, Gap, Preview, Rung } from "./views.ts";

const Asked = z.strictObject({
  rule: Rule.Info,
  /** Everybody is asked; else one shard speaks for all, in a fraction of the time. */
  exact: z.boolean(),
  /** Another number, other people in the sample. */
  sample: z.int().min(0).max(1_000_000).default(0),
  segmentId: SegmentId.exactOptional(),
});

/** Who a rule finds: how many, how many of them a mail would reach and why not the others, and some of them by name. */
export const preview = fn(Asked, async (asked): Promise<Preview> => {
  Actor.assert("people.read");
  const question = await questionOf(asked);
  return asked.exact ? exact(asked.rule, question) : estimate(asked.rule, question);
});

/** Times as many as one shard holds. */
const whole = (found: number) => Math.round(found * Facts.SHARDS);

async function estimate(rule: Rule.Info, asked: Question): Promise<Preview> {
  const tally = await oneShard(asked);
  const rungs = { match: tally.match, may_write: tally.mayWrite, would_get: tally.wouldGet };
  return {
    ...(await shown(rule, tally, asked)),
    people: whole(tally.people),
    match: estimated(tally.match),
    unknown: whole(tally.unknown),
    ladder: ladder(tally, (rung) => estimated(rungs[rung]), whole),
    lines: tally.lines.map(estimated),
    growth: growth(asked, tally.months.map(whole)),
    overlaps: [],
  };
}

async function exact(rule: Rule.Info, asked: Question): Promise<Preview> {
  const { sum, lines } = await everybody(asked);
  const rungs = {
    match: exactly(sum.match),
    may_write: exactly(sum.mayWrite),
    would_get: extrapolated(sum.wouldGet, sum.asked, sum.mayWrite),
  };
  const scale = sum.asked === 0 ? 1 : sum.mayWrite / sum.asked;
  return {
    ...(await shown(rule, sum, asked)),
    people: sum.people,
    match: rungs.match,
    unknown: sum.unknown,
    ladder: ladder(
      sum,
      (rung) => rungs[rung],
      (count, rung) => (rung === "would_get" ? Math.round(count * scale) : count),
    ),
    lines: lines.of.map(lines.exact ? exactly : estimated),
    growth: growth(asked, sum.months),
    overlaps: overlaps(sum, asked),
  };
}

async function shown(rule: Rule.Info, { faces }: Tally, asked: Question) {
  const [label, sample] = await Promise.all([labels(), facesOf(faces, asked.policy)]);
  return { words: Rule.words(rule, label), sample };
}

const RUNGS = ["match", "may_write", "would_get"] as const;

function ladder(
  { stops }: Tally,
  peopleOn: (rung: Rung["rung"]) => Count,
  sized: (count: number, rung: Rung["rung"]) => number,
): Rung[] {
  const gapsOf = (rung: Rung["rung"]): Gap[] =>
    [...stops.values()]
      .filter((one) => one.rung === rung)
      .map(({ code, words, count }) => ({ code, words, count: sized(count, rung) }))
      .sort((a, b) => b.count - a.count);
  return RUNGS.map((rung) => ({ rung, people: peopleOn(rung), gaps: gapsOf(rung) }));
}

const growth = ({ months }: Question, people: readonly number[]) =>
  months.map((month, index) => ({ month: month.slice(0, 7), people: people[index] ?? 0 }));

const OVERLAPS = 3;

const overlaps = ({ overlaps: shared }: Tally, { others }: Question) =>
  others
    .map(({ segmentId, name }) => ({ segmentId, name, people: shared.get(segmentId) ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
    .slice(0, OVERLAPS);
