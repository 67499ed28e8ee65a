import { between, chance } from "./chance.ts";
import type { Answer, Request, Striker } from "./hook.ts";
import { killed, openLives } from "./life.ts";
import { noteMail } from "./mail.ts";
import { type Plan, struckBy } from "./plan.ts";
import type { Recorder } from "./record.ts";
import { siteOf, textOf } from "./site.ts";
import { strike } from "./strike.ts";

interface Options {
  readonly plan: Plan;
  readonly record: Recorder;
  readonly clock: { iso(): string };
  /** Ends the process at once. */
  readonly crash: () => void;
}

/** Longest that a call of a function that timed out is still on its way. */
const LATE_MS = 2000;

/**
 * Strikes functions as the plan says. A function that died or timed out is heard no more: what it still asks for is refused, because
 * on AWS it is gone or frozen.
 */
export function createStriker(options: Options): Striker & { busy(): boolean } {
  const { plan, record, crash } = options;
  const lifeOf = openLives();
  const next = counting();
  const late = delaying();

  return {
    busy: late.busy,
    async call(by, request, call) {
      const life = lifeOf(by);
      if (life.dead) throw killed();
      const site = siteOf(request);
      const nth = next(`${by.name} ${site.service} ${site.operation}`);
      const kind = struckBy(plan, by.name, site, nth);
      const make = site.operation === "SendEmail" ? () => noteMail(request, call, options) : call;
      if (!kind) return make();
      record.fault({ kind, by: by.name, what: `${site.service} ${site.operation}`, nth, ids: site.ids });
      const after = between(0, LATE_MS, plan.seed, plan.life, "late", nth, site.operation);
      const later = () => late.run(make, after);
      return strike(kind, { site, life, items: itemsIn(request), make, later, crash });
    },
    async run(by, result) {
      const life = lifeOf(by);
      result.catch(() => undefined);
      const answer = await Promise.race([result, life.ended]);
      const nth = next(`${by.name} answer`);
      if (chance(plan.seed, plan.life, by.name, "answer", nth) >= plan.rates.answer) return answer;
      record.fault({ kind: "answer", by: by.name, what: "its answer", nth, ids: [] });
      throw life.end(killed());
    },
  };
}

/** Counts calls by what they are. */
function counting() {
  const counts = new Map<string, number>();
  return (word: string): number => {
    const nth = (counts.get(word) ?? 0) + 1;
    counts.set(word, nth);
    return nth;
  };
}

/** Calls that are made later, and whether any is still to come. */
function delaying() {
  let waiting = 0;
  const made = () => {
    waiting -= 1;
  };
  return {
    busy: () => waiting > 0,
    run(make: () => Promise<Answer>, after: number) {
      waiting += 1;
      setTimeout(() => void make().then(made, made), after);
    },
  };
}

function itemsIn({ headers, body }: Request): number {
  if (!headers["x-amz-target"]?.endsWith("TransactWriteItems")) return 1;
  return (JSON.parse(textOf(body)) as { TransactItems: readonly unknown[] }).TransactItems.length;
}
