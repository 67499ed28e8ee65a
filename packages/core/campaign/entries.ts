import { entities } from "../service.ts";
import type { Entry } from "./campaign.schema.ts";

/** Names of the campaigns not launched yet that people are to enter by this segment. */
export async function draftsOf(segmentId: string): Promise<string[]> {
  const { data } = await entities.campaign.query
    .catalogue({})
    .go({ pages: "all", attributes: ["name", "state", "entry"] });
  const isBy = (entry: Entry) => entry.kind === "segment" && entry.segmentId === segmentId;
  return data.flatMap(({ name, state, entry }) => (state === "draft" && isBy(entry as Entry) ? [name] : []));
}
