import { Clock } from "../clock.ts";
import { type Counted, nameOf } from "./counted.ts";
import { figuresOf } from "./figures-part.ts";
import type { Item } from "./item.ts";
import { listingOf } from "./listing.ts";
import { ON_ITS_WAY_MS } from "./on-its-way.ts";
import { openTally, type Part, type Tally } from "./part.ts";
import { pass } from "./pass.ts";
import { relist, sure } from "./relist.ts";
import { takeUp } from "./take-up.ts";

export interface Report {
  /** Entries of the log: are they counted? */
  readonly log: Part;
  /** Counter items: do they hold what the log says? */
  readonly figures: Part;
  /** People: do rules, lists and facets see them as they are? */
  readonly roster: Part;
}

/**
 * Rebuilds every figure and everybody's place in the roster from the log, beside the live ones, and compares; switches where asked to.
 * Counting goes on meanwhile. Each counter item and each person is put right by one conditional write, so whoever dies on the way has
 * put some right and broken none, and does the rest the next time.
 */
export async function replay({ switching }: { readonly switching: boolean }): Promise<Report> {
  const [log, roster] = [openTally(), openTally()];
  const passed = await pass({
    each: (items) => compareListing(items, roster, switching),
    uncounted: (entries) => compareLog(entries, log, switching),
  });
  log.rebuilt = passed.entries;
  return { log: log.part(), figures: await figuresOf(passed, switching), roster: roster.part() };
}

async function compareLog(entries: readonly Counted[], tally: Tally, switching: boolean): Promise<void> {
  const before = new Date(Clock.ms() - ON_ITS_WAY_MS).toISOString();
  const left = entries.filter(({ at }) => at < before);
  tally.busy += entries.length - left.length;
  tally.differs(left.map(nameOf));
  if (!switching || left.length === 0) return;
  await takeUp(left);
  tally.put += left.length;
}

async function compareListing(items: readonly Item[], tally: Tally, switching: boolean): Promise<void> {
  const seen = listingOf(items);
  if (!seen) return;
  tally.rebuilt += 1;
  if (seen.differs.length === 0) return;
  const certain = await sure(seen.candidateId);
  if (certain === "busy") tally.busy += 1;
  else if (certain && certain.differs.length > 0) {
    tally.differs([`${certain.candidateId}: ${certain.differs.join(", ")}`]);
    if (switching && (await relist(certain))) tally.put += 1;
  }
}
