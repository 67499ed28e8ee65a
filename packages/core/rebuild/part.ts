/** What became of one kind of what was rebuilt. */
export interface Part {
  readonly rebuilt: number;
  readonly equal: number;
  readonly different: number;
  /** Changed whenever they were looked at, or still on their way: neither equal nor different can be said. */
  readonly busy: number;
  /** Of the different ones, how many are as the log says now. */
  readonly put: number;
  /** What differs, in ids and figures; the first of them. */
  readonly named: readonly string[];
}

/** Counts what is compared. */
export interface Tally {
  rebuilt: number;
  busy: number;
  put: number;
  differs(names: readonly string[]): void;
  part(): Part;
}

/** Whoever has to read more than this looks for one cause. */
const NAMED = 200;

export function openTally(): Tally {
  const named: string[] = [];
  let different = 0;
  const tally: Tally = {
    ...{ rebuilt: 0, busy: 0, put: 0 },
    differs(names) {
      different += names.length;
      named.push(...names.slice(0, NAMED - named.length));
    },
    part() {
      const { rebuilt, busy, put } = tally;
      return { rebuilt, equal: rebuilt - different - busy, different, busy, put, named };
    },
  };
  return tally;
}
