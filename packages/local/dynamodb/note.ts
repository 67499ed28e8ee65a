import type { Journal } from "../journal/index.ts";
import type { Change } from "./change.ts";

/** Attributes that are ids of ours; a sort key is none, as it may contain an address. */
const IDS = ["eventId", "messageId", "enrolmentId", "candidateId"];

/** Notes writes of items that carry a trace, such as "event candidate.joined INSERT". */
export function noteChange(journal: Pick<Journal, "note">, { old, next }: Change) {
  const item = (next ?? old)?.item ?? {};
  const trace = item.trace?.S;
  if (trace === undefined) return;
  const kind = old === undefined ? "INSERT" : next === undefined ? "REMOVE" : "MODIFY";
  const words = [item.__edb_e__?.S ?? "item", item.type?.S, kind].filter((word) => word !== undefined);
  const id = IDS.map((name) => item[name]?.S).find((value) => value !== undefined) ?? "";
  journal.note({ trace, room: "table", what: words.join(" "), id });
}
