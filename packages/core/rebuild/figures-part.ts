import { drifted, put, readKept } from "./figures.ts";
import { openTally, type Part, type Tally } from "./part.ts";
import { type Passed, pass } from "./pass.ts";
import { difference, type Sums, textOf } from "./sums.ts";

/** How often what changed while it was looked at is looked at again. */
const ROUNDS = 3;

/**
 * Compares figures. What is equal at once is equal. What is not may have been added to since its entries were read: it is read before
 * and after another pass, and if nobody added to it meanwhile, the pass has seen exactly what it holds.
 */
export async function figuresOf({ sums, kept }: Passed, switching: boolean): Promise<Part> {
  const keys = [...new Set([...sums.keys(), ...kept])];
  const tally = openTally();
  tally.rebuilt = keys.length;
  let open = await unequal(keys, sums);
  for (let round = 0; round < ROUNDS && open.length > 0; round++)
    open = await compare(open, tally, switching);
  tally.busy = open.length;
  return tally.part();
}

async function unequal(keys: readonly string[], sums: Sums): Promise<string[]> {
  const live = await readKept(keys);
  return keys.filter((key) => textOf(live.get(key)?.counters) !== textOf(sums.get(key)));
}

/** One more pass over the log for these figures. Answers those that were added to meanwhile. */
async function compare(keys: readonly string[], tally: Tally, switching: boolean): Promise<string[]> {
  const { different, busy } = await drifted(keys, async () => (await pass()).sums);
  for (const { key, live, log } of different) {
    if (switching && !(await put(key, live, log))) busy.push(key);
    else {
      tally.differs([difference(key, live?.counters, log)]);
      tally.put += switching ? 1 : 0;
    }
  }
  return busy;
}
