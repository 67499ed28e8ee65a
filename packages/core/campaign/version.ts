import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { entities } from "../service.ts";
import type { Info, Step } from "./campaign.schema.ts";

/** The steps of one version, and who wrote it when. */
export interface Version {
  readonly version: number;
  readonly steps: readonly Step[];
  readonly at: string;
  /** As events name the actor. */
  readonly by: string;
}

/** How a version is kept: the steps for whoever enters by it. */
export const journeyItem = ({
  campaignId,
  version,
  steps,
}: Pick<Info, "campaignId" | "version" | "steps">) => ({
  campaignId,
  version,
  steps,
  at: Clock.iso(),
  by: Actor.name(),
});

/** Every version of a campaign that was launched, oldest first. */
export async function versions(campaignId: string): Promise<Version[]> {
  const { data } = await entities.journey.query
    .primary({ campaignId })
    .go({ consistent: true, pages: "all" });
  return data.map(({ version, steps, at, by }) => ({ version, at, by, steps: steps as Step[] }));
}
