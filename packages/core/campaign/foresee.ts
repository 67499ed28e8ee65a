import type { Reason } from "../enrolment/enrolment.schema.ts";
import { Facts } from "../facts/facts.schema.ts";
import type * as Gate from "../gate/index.ts";
import { leftOut } from "./admit.ts";
import { withGates } from "./audience.ts";
import { type Course, type Decided, type Subject, simulate } from "./simulate.ts";

/** What a campaign would do to one person: leave her out, or decide this about her. */
export interface Foreseen {
  readonly facts: Facts;
  readonly leftOut?: Reason;
  readonly way: readonly Decided[];
}

/** What a campaign would do to these people if they do nothing. */
export const foresee = (people: readonly Facts[], course: Course, campaignId: string): Promise<Foreseen[]> =>
  withGates(people, (facts, gate) => [foreseeOne(facts, gate, course, campaignId)]);

function foreseeOne(facts: Facts, gate: Gate.Info | undefined, course: Course, campaignId: string): Foreseen {
  const { policy, startsAt } = course;
  const reason = leftOut({ gate, hasAddress: facts.hasAddress, campaignId, policy }, startsAt);
  if (reason || !gate) return { facts, way: [], ...(reason ? { leftOut: reason } : {}) };
  return { facts, way: simulate({ facts, gate }, course) };
}

const TYPICAL = `cnd_${"0".repeat(26)}`;

/** Somebody who joins by a form when it starts, and of whom no field is missing. */
export function foreseeTypical(course: Course): Foreseen {
  const gaps: Course["gaps"] = (templateId, facts) => ({ ...course.gaps(templateId, facts), missing: [] });
  const somebody = typical(course.startsAt);
  return { facts: somebody.facts, way: simulate(somebody, { ...course, gaps }) };
}

/** Somebody who allows job news and no tracking, and had no mail yet. */
export function typical(since: Date): Subject {
  const at = since.toISOString();
  const permission = { state: "granted", consentId: `con_${"0".repeat(26)}`, at, ground: "consent" } as const;
  return {
    facts: Facts.parse({
      ...{ candidateId: TYPICAL, name: "Somebody who joins", standing: "member", stage: "new", locale: "en" },
      ...{
        source: "form",
        createdAt: at,
        joinedAt: at,
        hasAddress: true,
        permission: "granted",
        tracked: false,
      },
    }),
    gate: {
      ...{ candidateId: TYPICAL, permissions: { job_news: permission }, doNotContact: false, erased: false },
      ...{ claims: [], marks: [], revision: 0 },
    },
  };
}
