import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { lane, mailsBefore, mailsIn, type Spot } from "../journey/tree.ts";

/** The latest mail that somebody has got who comes to this place. */
export function previousMail(steps: readonly Step[], { lane: of, index }: Spot): string | undefined {
  const here = mailsIn(lane(steps, of).slice(0, index)).at(-1);
  return (here ?? (of && mailsBefore(steps, of.branchId).at(-1)))?.stepId;
}
