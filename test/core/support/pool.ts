import { Facts } from "../../../packages/core/facts/index.ts";
import type { Gate } from "../../../packages/core/gate/index.ts";
import { derivedId } from "../../../packages/core/id.ts";
import { entities } from "../../../packages/core/service.ts";

type Profile = Parameters<typeof Facts.listing>[0];

/** A profile and a gate as they are written, with what a test says of them. */
export interface Somebody {
  readonly profile?: Partial<Profile>;
  readonly gate?: Partial<Gate.Info>;
}

const BEGINNING = Date.UTC(2026, 0, 1);

/** The id of the n-th of them: known before she is written. */
export const idOf = (n: number): string => derivedId("cnd", "pool", n);

function written({ profile, gate }: Somebody, n: number) {
  const candidateId = idOf(n);
  const createdAt = new Date(BEGINNING + n * 60_000).toISOString();
  const info: Profile = {
    candidateId,
    name: `Person ${n}`,
    locale: "en",
    standing: "sourced",
    stage: "new",
    skills: [],
    interests: [],
    tags: [],
    source: "import",
    answers: {},
    createdAt,
    revision: 0,
    ...profile,
  };
  const shut: Gate.Info = {
    candidateId,
    permissions: {},
    doNotContact: false,
    erased: false,
    claims: [],
    marks: [],
    revision: 0,
    ...gate,
  };
  return { profile: { ...info, ...Facts.listing(info, shut, false), trace: `trc_${n}` }, gate: shut };
}

/** Puts people into the table as an import would leave them, without address; answers their ids in this order. */
export async function pool(people: readonly Somebody[]): Promise<string[]> {
  const items = people.map(written);
  await entities.candidate.put(items.map(({ profile }) => profile)).go({ concurrency: 4 });
  await entities.gate.put(items.map(({ gate }) => gate)).go({ concurrency: 4 });
  return items.map(({ gate }) => gate.candidateId);
}

/** She may be written to on this ground, until then. */
export const granted = (until?: string, ground: "consent" | "legitimate_interest" = "consent") => ({
  job_news: {
    state: "granted" as const,
    consentId: derivedId("con", "pool"),
    at: "2026-01-01T00:00:00.000Z",
    ground,
    ...(until ? { until } : {}),
  },
});
