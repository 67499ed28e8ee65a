import { entities } from "../service.ts";
import type { Entry, Step } from "./campaign.schema.ts";
import { emailsIn } from "./journey.ts";
import { versions } from "./version.ts";

/**
 * Ids of the templates and segments that campaigns use, but for these campaigns: as they are written now, and in every version that
 * somebody may still be on.
 */
export async function inUse(except: readonly string[]): Promise<Set<string>> {
  const { data } = await entities.campaign.query
    .catalogue({})
    .go({ pages: "all", attributes: ["campaignId", "entry", "steps"] });
  const others = data.filter(({ campaignId }) => !except.includes(campaignId));
  const used = await Promise.all(
    others.map(async ({ campaignId, entry, steps }) => {
      const written = [steps as Step[], ...(await versions(campaignId)).map((version) => version.steps)];
      return [...segmentOf(entry as Entry), ...emailsIn(written.flat()).map(({ templateId }) => templateId)];
    }),
  );
  return new Set(used.flat());
}

const segmentOf = (entry: Entry): string[] => (entry.kind === "segment" ? [entry.segmentId] : []);
