import { type Entry, fold } from "../../../../packages/core/metric/fold.ts";
import { type Dice, dice } from "./dice.ts";
import { type Call, perform, still, type Worker } from "./stage.ts";

interface Delivery {
  /** Of one message. */
  readonly told: readonly Entry[];
  visibleAt: number;
  done: boolean;
}

interface Trial {
  readonly random: Dice;
  readonly queue: readonly Delivery[];
  readonly live: Set<Worker>;
  /** Until this step everything may go wrong; after it nothing does, so that the queue runs empty. */
  readonly chaos: number;
  now: number;
}

const WORKERS = 5;
const LONGEST = 20_000;

/**
 * Delivers each message up to three times, in any order, to workers that fold them, while workers die before a call and after it,
 * freeze past the visibility timeout and go on, and lose answers. Ends when the queue is empty and nobody works any more.
 */
export async function trial(seed: number, messages: readonly (readonly Entry[])[]): Promise<void> {
  const random = dice(seed);
  const copies = messages.flatMap((told) =>
    Array.from({ length: 1 + random.below(3) }, () => ({ told, visibleAt: 0, done: false })),
  );
  const live = new Set<Worker>();
  const here: Trial = { random, live, queue: random.shuffle(copies), chaos: 40 + random.below(60), now: 0 };
  for (; here.now < LONGEST; here.now++) {
    if (live.size === 0 && here.queue.every(({ done }) => done)) return;
    if (live.size < WORKERS && random.next() < 0.4) start(here);
    await still();
    await step(here);
  }
  throw new Error(`Trial ${seed} did not end`);
}

const isCalm = ({ now, chaos }: Trial) => now > chaos;

/** A worker takes what is visible, and folds it; what it does not finish becomes visible again. */
function start(here: Trial) {
  const { random, queue, live, now } = here;
  const ready = queue
    .filter(({ done, visibleAt }) => !done && visibleAt <= now)
    .slice(0, 1 + random.below(5));
  if (ready.length === 0) return;
  for (const delivery of ready) delivery.visibleAt = now + (isCalm(here) ? 400 : 8 + random.below(25));
  const worker: Worker = { calls: new Set(), frozenUntil: 0 };
  live.add(worker);
  const acknowledge = () => {
    for (const delivery of ready) delivery.done = true;
  };
  perform(worker, () => fold(ready.flatMap(({ told }) => told)))
    .then(acknowledge, () => {})
    .finally(() => live.delete(worker))
    .catch(() => {});
}

/** What may become of a call, and how likely each is up to here. */
const FATES = [
  ["dies before it", 0.02],
  ["freezes", 0.1],
  ["dies after it", 0.12],
  ["never hears", 0.15],
  ["asks twice", 0.2],
] as const;

/** Lets one call of one worker happen, well or badly. */
async function step(here: Trial) {
  const { random, live, now } = here;
  const free = [...live].filter(({ frozenUntil }) => frozenUntil <= now).flatMap(({ calls }) => [...calls]);
  const call = random.one(free);
  if (!call) return;
  const { worker } = call;
  const chance = isCalm(here) ? 1 : random.next();
  const [fate] = FATES.find(([, until]) => chance < until) ?? ["goes well"];
  if (fate === "freezes") {
    worker.frozenUntil = now + random.below(120);
    return;
  }
  if (fate === "dies before it") return die(here, worker);
  worker.calls.delete(call);
  const deliver = await make(call, fate === "asks twice" ? 2 : 1);
  if (fate === "dies after it") die(here, worker);
  else if (fate === "never hears") call.fail(new Error("The answer was lost"));
  else deliver();
}

/** Makes the call so often; only the last answer arrives. */
async function make(call: Call, times: number): Promise<() => void> {
  let deliver = () => {};
  for (let time = 0; time < times; time++)
    deliver = await call.run().then(
      (result) => () => call.answer(result),
      (error) => () => call.fail(error),
    );
  return deliver;
}

/** Nothing of it ever moves again, and nobody hears of what it did. */
function die({ live }: Trial, worker: Worker) {
  worker.calls.clear();
  live.delete(worker);
}
