import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Breach, Invariant } from "../invariant.ts";

const about = (what: string, { candidateId }: Item): Breach => ({ what, candidateId: String(candidateId) });

/** One mailbox is one person. */
export const addresses: Invariant = {
  name: "one record per address",
  query: "addresses by hash, each with its guard, and both with their person",
  check({ items, now }) {
    const alive = items.filter(
      ({ expiresAt }) => typeof expiresAt !== "number" || expiresAt * 1000 > Date.parse(now),
    );
    const all = ofKind(alive, "address");
    const guards = new Map(ofKind(alive, "guard").map((guard) => [guard.addressHash, guard]));
    const people = new Set(ofKind(alive, "candidate").map(({ candidateId }) => candidateId));
    const doubled = [...Map.groupBy(all, ({ addressHash }) => addressHash).values()].flatMap((same) =>
      same.length > 1
        ? same.map((one) => about(`${one.raw} is the address of ${same.length} people`, one))
        : [],
    );
    const lost = all.flatMap((one) => {
      if (!people.has(one.candidateId)) return [about(`${one.raw} is the address of nobody`, one)];
      const holder = guards.get(one.addressHash)?.candidateId;
      return holder === one.candidateId
        ? []
        : [about(`${one.raw} is guarded for ${holder ?? "nobody"}`, one)];
    });
    const unowned = [...guards.values()]
      .filter(({ candidateId }) => !people.has(candidateId))
      .map((guard) => about("a guard keeps an address for nobody", guard));
    return [...doubled, ...lost, ...unowned];
  },
};
