import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Invariant } from "../invariant.ts";

/** Longest that somebody stays due once everything is calm: the grid, and the retries of a task. */
const OVERDUE_MS = 2 * 3_600_000;

/** Nobody is forgotten on her way: she has ended, or a campaign that runs will look at her. */
export const enrolments: Invariant = {
  name: "every enrolment is finished or due",
  query: "enrolments with their campaign's state, and the place each gate holds",
  check({ items, now, running }) {
    const states = new Map(ofKind(items, "campaign").map(({ campaignId, state }) => [campaignId, state]));
    const open = new Map<unknown, unknown>();
    const ways = ofKind(items, "enrolment");
    for (const { endedAt, candidateId, campaignId } of ways) if (!endedAt) open.set(candidateId, campaignId);
    const lost = ways.flatMap((way) => {
      const what = strays(way, String(states.get(way.campaignId)), Date.parse(now));
      return what ? [{ what, ...idsOf(way) }] : [];
    });
    const places = ofKind(items, "gate").flatMap((gate) =>
      gate.campaignId === open.get(gate.candidateId) || gate.erased === true
        ? []
        : [
            {
              what: `her gate holds a place in ${gate.campaignId ?? "no campaign"}, she is in ${open.get(gate.candidateId) ?? "none"}`,
              candidateId: String(gate.candidateId),
            },
          ],
    );
    const asleep = [...states].flatMap(([campaignId, state]) =>
      state === "running" && !running.some(({ name }) => name.includes(String(campaignId)))
        ? [{ what: "it runs, and no execution of its workflow does", campaignId: String(campaignId) }]
        : [],
    );
    return [...lost, ...places, ...asleep];
  },
};

function strays(
  { endedAt, endedIn, dueAt, dueIn, end }: Item,
  state: string,
  now: number,
): string | undefined {
  if (endedAt) return dueAt || dueIn || !endedIn ? `she ended (${end}) and is still due` : undefined;
  if (!dueAt || !dueIn) return "she has not ended and is never looked at";
  if (state !== "running" && state !== "paused") return `she is inside a campaign that is ${state}`;
  return state === "running" && Date.parse(String(dueAt)) < now - OVERDUE_MS
    ? `she is due since ${dueAt}`
    : undefined;
}

const idsOf = ({ candidateId, campaignId }: Item) => ({
  candidateId: String(candidateId),
  campaignId: String(campaignId),
});
