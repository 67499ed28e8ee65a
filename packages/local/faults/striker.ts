import { LambdaError } from "../lambda/error.ts";
import type { Invocation } from "../meter/invocation.ts";
import { between, chance } from "./chance.ts";
import type { Answer, Request, Striker } from "./hook.ts";
import { noteMail } from "./mail.ts";
import { type CallKind, type Plan, struckBy } from "./plan.ts";
import type { Recorder } from "./record.ts";
import { conflicted, throttled, unsaid } from "./refusal.ts";
import { type Site, siteOf, textOf } from "./site.ts";

interface Options {
  readonly plan: Plan;
  readonly record: Recorder;
  readonly clock: { iso(): string };
  /** Ends the process at once. */
  readonly crash: () => void;
}

/** Longest that a call of a function that timed out is still on its way. */
const LATE_MS = 2000;

interface Life {
  dead: boolean;
  end(failure: LambdaError): void;
  readonly ended: Promise<never>;
}

/**
 * Strikes functions as the plan says. A function that died or timed out is heard no more: what it still asks for is refused, because
 * on AWS it is gone or frozen.
 */
export function createStriker(options: Options): Striker & { busy(): boolean } {
  const { plan, record } = options;
  const lives = new WeakMap<Invocation, Life>();
  const counts = new Map<string, number>();
  let late = 0;
  const next = (word: string) => {
    const nth = (counts.get(word) ?? 0) + 1;
    counts.set(word, nth);
    return nth;
  };
  const lifeOf = (by: Invocation) => {
    const life = lives.get(by) ?? newLife();
    lives.set(by, life);
    return life;
  };
  const die = (life: Life, failure: LambdaError) => {
    life.dead = true;
    life.end(failure);
    return failure;
  };

  async function strike(kind: CallKind, life: Life, site: Site, done: Called): Promise<Answer> {
    if (kind === "throttle") return throttled(site, done.items);
    if (kind === "conflict") return conflicted(site, done.items);
    if (kind === "die-before") throw die(life, killed());
    if (kind === "crash-before") options.crash();
    if (kind === "late") {
      late += 1;
      setTimeout(
        () =>
          void done
            .make()
            .catch(() => undefined)
            .finally(() => {
              late -= 1;
            }),
        between(0, LATE_MS, plan.seed, plan.life, "late", done.nth, site.operation),
      );
      throw die(life, new LambdaError("Sandbox.Timedout", "Task timed out"));
    }
    const answer = await done.make();
    if (kind === "die-after") throw die(life, killed());
    if (kind === "crash-after") options.crash();
    return kind === "lost" ? unsaid(site) : answer;
  }

  return {
    busy: () => late > 0,
    async call(by, request, make) {
      const life = lifeOf(by);
      if (life.dead) throw killed();
      const site = siteOf(request);
      const nth = next(`${by.name} ${site.service} ${site.operation}`);
      const kind = struckBy(plan, by.name, site, nth);
      const noted = site.operation === "SendEmail" ? () => noteMail(request, make, options) : make;
      if (!kind) return noted();
      const what = `${site.service} ${site.operation}`;
      record.fault({ kind, by: by.name, what, nth, ids: site.ids });
      return strike(kind, life, site, { make: noted, nth, items: itemsIn(request) });
    },
    async run(by, result) {
      const life = lifeOf(by);
      result.catch(() => undefined);
      const answer = await Promise.race([result, life.ended]);
      const nth = next(`${by.name} answer`);
      if (chance(plan.seed, plan.life, by.name, "answer", nth) >= plan.rates.answer) return answer;
      record.fault({ kind: "answer", by: by.name, what: "its answer", nth, ids: [] });
      throw die(life, killed());
    },
  };
}

interface Called {
  readonly make: () => Promise<Answer>;
  readonly nth: number;
  /** How many items a transaction has. */
  readonly items: number;
}

const killed = () => new LambdaError("Runtime.ExitError", "RequestId: the function was killed");

function newLife(): Life {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  return { dead: false, end: reject, ended: promise };
}

function itemsIn({ headers, body }: Request): number {
  if (!headers["x-amz-target"]?.endsWith("TransactWriteItems")) return 1;
  return (JSON.parse(textOf(body)) as { TransactItems: readonly unknown[] }).TransactItems.length;
}
