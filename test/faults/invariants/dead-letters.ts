import { queues } from "../../../infra/bus.ts";
import type { Evidence } from "../evidence.ts";
import type { Invariant } from "../invariant.ts";

/** A dead letter is what faults made of a message, as often as it was tried; sent back in calm, it goes through. */
export const deadLetters: Invariant = {
  name: "no unexplained dead letter",
  query: "dead letters beside the faults of their queue's function, and again after they were sent back",
  check({ dead, faults }) {
    const unexplained = dead.before
      .filter(({ place, attempts }) => hits(faults, place) < attempts)
      .map(({ place, id, attempts }) => ({
        what: `${place}: ${id} failed ${attempts} times, and faults struck ${hits(faults, place)} times`,
      }));
    const poison = dead.after.map(({ place, id }) => ({ what: `${place}: ${id} fails also without faults` }));
    return [...unexplained, ...poison];
  },
};

/** How often a queue's function, or the whole machine, was struck. */
function hits(faults: Evidence["faults"], place: string): number {
  const name = place.replace(/^queue /, "");
  const worker = Object.entries(queues).find(([queue]) => queue === name)?.[1].function ?? name;
  return faults.filter(({ by }) => by === worker || by === "machine").length;
}
