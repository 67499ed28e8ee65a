/** How people move through the one step there is. Counts are people. */
interface Counts {
  readonly entered: number;
  readonly active: number;
  readonly finished: number;
  readonly stopped: number;
}

export interface FlowGeometry {
  /** Thickness of each band, in the same unit as `tallest`. */
  readonly entered: number;
  readonly waiting: number;
  readonly finished: number;
  readonly stopped: number;
}

/** A band of somebody is never too thin to see. */
const THINNEST = 2;

/** Bands proportional to people, the largest as thick as `tallest`; nobody is no band. */
export function bands({ entered, active, finished, stopped }: Counts, tallest: number): FlowGeometry {
  const most = Math.max(entered, active + finished + stopped, 1);
  const thick = (count: number) => (count === 0 ? 0 : Math.max((count / most) * tallest, THINNEST));
  return {
    entered: thick(entered),
    waiting: thick(active),
    finished: thick(finished),
    stopped: thick(stopped),
  };
}
