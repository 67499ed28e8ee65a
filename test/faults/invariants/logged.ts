import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Breach, Invariant } from "../invariant.ts";

/** What a state of somebody or something came about by: the log has to tell one of these. Imports make members, too. */
const CAUSES: readonly (readonly [entity: string, is: (item: Item) => boolean, types: readonly string[]])[] =
  [
    ["candidate", ({ standing }) => standing === "member", ["candidate.joined", "candidate.added"]],
    ["candidate", ({ standing }) => standing === "sourced", ["candidate.added"]],
    ["candidate", ({ standing }) => standing === "left", ["candidate.left"]],
    ["candidate", ({ standing }) => standing === "left", ["consent.withdrawn"]],
    ["gate", ({ erased }) => erased === true, ["candidate.erased"]],
    [
      "gate",
      ({ suppressed }) => suppressed === "bounce" || suppressed === "complaint",
      ["candidate.suppressed"],
    ],
    ["gate", ({ doNotContact }) => doNotContact === true, ["candidate.do_not_contact"]],
    ["campaign", ({ state }) => state !== "draft", ["campaign.launched"]],
    ["campaign", ({ state }) => state === "stopped", ["campaign.stopped"]],
  ];

/** A change and its event are one transaction: nothing happens that the log, and whoever listens to it, does not know of. */
export const logged: Invariant = {
  name: "every change has its event",
  query: "people, gates and campaigns by their state, beside the types of their events",
  check({ items }) {
    const types = Map.groupBy(
      ofKind(items, "event"),
      ({ candidateId, campaignId }) => candidateId ?? campaignId,
    );
    return CAUSES.flatMap(([entity, is, causes]) =>
      ofKind(items, entity)
        .filter(is)
        .flatMap(({ candidateId, campaignId, ...item }): Breach[] => {
          const id = entity === "campaign" ? campaignId : candidateId;
          const told = new Set((types.get(id) ?? []).map(({ type }) => type));
          if (causes.some((type) => told.has(type))) return [];
          const what = `a ${entity} is ${item.standing ?? item.state ?? "closed"} without ${causes.join(" or ")}`;
          return [
            { what, ...(entity === "campaign" ? { campaignId: String(id) } : { candidateId: String(id) }) },
          ];
        }),
    );
  },
};
