import { LIMITS } from "../../../packages/core/campaign/frequency.ts";
import type { Breach, Invariant } from "../invariant.ts";

const DAY_MS = 86_400_000;
/** A mail leaves up to so long after the claim that counts for the cap, and the next one right after its own. */
const CLAIM_MS = 13_000;

/** Nobody is written to more often than the sign-up form promises. */
export const caps: Invariant = {
  name: "no frequency cap is broken",
  query: "campaign mails that SES took, by person, in every window of 3 and of 30 days",
  check({ mails, skewMs }) {
    const campaign = mails.filter(({ tags }) => tags.campaign !== undefined);
    return [...Map.groupBy(campaign, ({ tags }) => tags.candidate ?? "")].flatMap(([candidateId, hers]) => {
      const times = hers.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
      return LIMITS.flatMap(({ mails: most, days }): Breach[] => {
        const window = days * DAY_MS - CLAIM_MS - 2 * skewMs;
        const first = times.find((at, n) => (times[n + most] ?? Number.POSITIVE_INFINITY) < at + window);
        if (first === undefined) return [];
        const since = new Date(first).toISOString();
        return [{ what: `more than ${most} mails in ${days} days from ${since} on`, candidateId }];
      });
    });
  },
};
