import { entities } from "../service.ts";
import type { State, Step } from "./campaign.schema.ts";
import { emailsIn } from "./journey.ts";

/** A campaign that sends a template. */
export interface Use {
  readonly campaignId: string;
  readonly name: string;
  readonly state: State;
}

/** Which campaigns send which template, as they are written now. */
export async function uses(): Promise<Map<string, Use[]>> {
  const { data } = await entities.campaign.query
    .catalogue({})
    .go({ pages: "all", attributes: ["campaignId", "name", "state", "steps"] });
  const found = new Map<string, Use[]>();
  for (const { campaignId, name, state, steps } of data)
    for (const templateId of new Set(emailsIn(steps as Step[]).map((step) => step.templateId)))
      found.set(templateId, [...(found.get(templateId) ?? []), { campaignId, name, state }]);
  return found;
}
