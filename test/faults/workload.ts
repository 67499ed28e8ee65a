import type { Dice } from "../flows/support/dice.ts";
import * as campaign from "./acts/campaign.ts";
import * as desk from "./acts/desk.ts";
import { importFile } from "./acts/import.ts";
import * as people from "./acts/people.ts";
import type { Lives } from "./lives.ts";
import type { Stage } from "./stage.ts";

/** What happens while things go wrong, each as often as its weight says. */
const ACTS: readonly (readonly [weight: number, act: (stage: Stage) => Promise<void>])[] = [
  [14, people.signUp],
  [12, people.confirm],
  [6, people.click],
  [6, people.unsubscribe],
  [2, people.refuse],
  [6, desk.edit],
  [4, desk.note],
  [3, desk.preview],
  [3, desk.doNotContact],
  [2, desk.erase],
  [2, importFile],
  [3, campaign.draft],
  [6, campaign.launch],
  [2, campaign.pause],
  [3, campaign.resume],
  [1, campaign.stop],
  [1, campaign.rewrite],
];
const WEIGHT = ACTS.reduce((sum, [weight]) => sum + weight, 0);

function drawn(chance: Dice): (stage: Stage) => Promise<void> {
  let left = chance.between(1, WEIGHT);
  for (const [weight, act] of ACTS) {
    left -= weight;
    if (left <= 0) return act;
  }
  throw new Error("Weights add up to more than they do");
}

const MINUTE = 60_000;
/** How far the clock is moved in a round: from a moment to a day. */
const STEPS = [5000, 5000, MINUTE, 15 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE];
const LONGEST_MOVE_MS = 1500;
const FIRST = [people.signUp, people.signUp, people.signUp, importFile, campaign.draft];

interface Options {
  readonly stage: Stage;
  readonly lives: Lives;
  /** Real milliseconds. */
  readonly until: number;
  /** Longest that a life lasts, in real milliseconds. */
  readonly lifetime: number;
}

/** Rounds of some acts at the same time, the clock moving on meanwhile, until the time is over. */
export async function work({ stage, lives, until, lifetime }: Options): Promise<number> {
  const { chance, here } = stage;
  let dies = Date.now() + lifetime;
  let rounds = 0;
  for (; Date.now() < until; rounds++) {
    await lives.ready();
    const acts = rounds === 0 ? FIRST : Array.from({ length: chance.between(3, 8) }, () => drawn(chance));
    const by = STEPS[chance.between(0, STEPS.length - 1)] ?? 0;
    const going = Promise.allSettled(acts.map((act) => act(stage)));
    const moving = here.clock.moveTo(here.clock.ms() + by).catch(() => undefined);
    if (Date.now() > dies) {
      lives.kill();
      dies = Date.now() + chance.between(Math.round(lifetime / 4), lifetime);
    }
    await going;
    await Promise.race([moving, pause(LONGEST_MOVE_MS)]);
  }
  return rounds;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
