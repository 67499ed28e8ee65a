import * as Candidate from "../candidate/index.ts";
import { once } from "../commit.ts";
import * as Metric from "../metric/index.ts";
import { entities } from "../service.ts";
import { arrive } from "./arrive.ts";
import { past } from "./campaigns.ts";
import { clear, furnish } from "./clear.ts";
import { attended } from "./desk.ts";
import { Events } from "./events.ts";
import { counted, type Sums } from "./figures.ts";
import { journey } from "./journey.ts";
import { type Beginning, born, closed, type Item } from "./life.ts";
import { idOf, persona } from "./persona.ts";
import { putAll, removeAll, under } from "./write.ts";

/** People of one part: some thousand items, a few seconds. */
const PART = 200;
const READERS = 8;

type State = "laying" | "removing" | "there";

/** The work as it stands, if it still stands where this part begins: whoever did the part before wrote where the next begins. */
async function begun(state: State, from: number) {
  const { data } = await entities.sample.get({ key: "sample" }).go({ consistent: true });
  return data?.state === state && data.done === from ? data : undefined;
}

/** Lays out the next part. Twice is once: the same people come of it. */
export async function layPart(from: number): Promise<void> {
  const work = await begun("laying", from);
  if (!work) return;
  const beginning = { ...work, begunAt: new Date(work.begunAt) };
  const to = Math.min(from + PART, work.people);
  const items = Array.from({ length: to - from }, (_, index) => lifeOf(from + index, beginning)).flat();
  await putAll(items);
  const sums = counted(items, work.sums as Sums);
  if (to < work.people) return goOn("laying", { from, to, sums });
  await furnish({ ...beginning, people: work.people });
  await Metric.putApart(sums);
  await once(({ sample }) => [
    sample
      .patch({ key: "sample" })
      .set({ state: "there", done: to, sums })
      .where((it, op) => `${op.eq(it.done, from)} AND ${op.eq(it.state, "laying")}`)
      .commit(),
  ]);
}

/** Everything that is written down about the n-th of them. */
export function lifeOf(n: number, beginning: Beginning): readonly Item[] {
  const life = born(persona(n, beginning.begunAt), beginning);
  arrive(life);
  for (const campaign of past(beginning.begunAt)) journey(life, campaign);
  attended(life);
  return closed(life);
}

/** Removes the next part: everybody of it with all that lies under her, also what came since. */
export async function removePart(from: number): Promise<void> {
  const work = await begun("removing", from);
  if (!work) return;
  const to = Math.min(from + PART, work.people);
  const items = await underAll(Array.from({ length: to - from }, (_, index) => idOf(from + index)));
  // Before the rest, because they are found by it: cut short, they are found again.
  await removeAll(items.flatMap(pointing));
  await removeAll(items);
  if (to < work.people) return goOn("removing", { from, to });
  await clear({ ...work, begunAt: new Date(work.begunAt) });
  await Metric.removeApart(work.sums as Sums);
  await entities.sample.delete({ key: "sample" }).go();
}

async function underAll(people: string[]): Promise<Item[]> {
  const found: Item[][] = [];
  const reader = async () => {
    for (let id = people.pop(); id; id = people.pop()) found.push(await under(id));
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return found.flat();
}

/** Keys of what lies elsewhere and leads to her by an address or a profile page, or keeps mail from it. */
function pointing({ addressHash, link, __edb_e__: entity }: Item): Item[] {
  const page = entity === "candidate" && typeof link === "string" ? Candidate.hashOfLink(link) : undefined;
  const hash = typeof addressHash === "string" ? addressHash : page;
  if (!hash) return [];
  const which = { addressHash: hash };
  return [entities.guard.get(which).params(), entities.suppression.get(which).params()].map(
    (params) => (params as unknown as { Key: Item }).Key,
  );
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly sums?: Sums;
}

/** Writes how far it is, and asks for the next part, in one. */
async function goOn(state: State, { from, to, sums }: Step): Promise<void> {
  const next = state === "laying" ? Events.Laying({ from: to }) : Events.Removing({ from: to });
  await once(({ sample, event }) => [
    sample
      .patch({ key: "sample" })
      .set({ done: to, ...(sums ? { sums } : {}) })
      .where((it, op) => `${op.eq(it.done, from)} AND ${op.eq(it.state, state)}`)
      .commit(),
    event.create(next).commit(),
  ]);
}
