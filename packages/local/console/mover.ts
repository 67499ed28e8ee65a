import type { ConsoleSources, Upcoming } from "./sources.ts";

/** One move of the clock, as far as it has come. */
export interface Move {
  readonly from: number;
  to: number;
  /** What it stopped for on the way. */
  readonly stops: Upcoming[];
  done: boolean;
  error?: string;
}

/** Moves the clock from one due thing to the next and notes what it stops for. One move at a time. */
export function createMover({ clock, upcoming }: Pick<ConsoleSources, "clock" | "upcoming">) {
  let last: Move | undefined;
  let running: Promise<Move> | undefined;

  async function next() {
    const ahead = (await upcoming()).filter(({ at }) => at > clock.ms());
    return ahead.reduce<Upcoming | undefined>(
      (first, one) => (first && first.at <= one.at ? first : one),
      undefined,
    );
  }
  async function walk(move: Move) {
    for (let stop = await next(); stop !== undefined && stop.at <= move.to; stop = await next()) {
      move.stops.push(stop);
      await clock.moveTo(stop.at);
    }
    await clock.moveTo(move.to);
  }
  async function run(move: Move) {
    try {
      await walk(move);
    } catch (error) {
      move.error = error instanceof Error ? error.message : String(error);
    }
    move.done = true;
    return move;
  }
  /** Starts a move, or joins the one that runs. Without a duration: to the next thing due; undefined if there is none. */
  async function start(by?: number): Promise<Move | undefined> {
    if (running !== undefined) return running;
    await clock.moveTo(clock.ms());
    const target = by === undefined ? (await next())?.at : clock.ms() + by;
    if (target === undefined) return undefined;
    last = { from: clock.ms(), to: target, stops: [], done: false };
    running = run(last).finally(() => {
      running = undefined;
    });
    return running;
  }
  return { start, last: () => last };
}

export type Mover = ReturnType<typeof createMover>;
