import { ofKind } from "../flows/support/recount.ts";
import type { Evidence } from "./evidence.ts";
import type { Breach } from "./invariant.ts";

interface Line {
  /** By the movable clock. */
  readonly at: string;
  readonly text: string;
}

const MOST_LINES = 60;

/** What happened to the person, the mail or the campaign in question, in order. */
export function story(breach: Breach, evidence: Evidence): string[] {
  const ids = [breach.messageId, breach.candidateId, breach.campaignId].filter((id) => id !== undefined);
  if (ids.length === 0) return [`story: ${breach.what}`];
  // Of a campaign everything is too much: a person or a mail says more.
  const about = breach.candidateId ?? breach.messageId ?? breach.campaignId ?? "";
  const lines = [
    ...asked(about, evidence),
    ...struck(about, evidence),
    ...sent(about, evidence),
    ...logged(about, evidence),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, text }) => `  ${at}  ${text}`);
  const left = lines.length - MOST_LINES;
  return [
    `story of ${ids.join(", ")}: ${breach.what}`,
    ...(left > 0 ? [`  ${left} earlier lines are left out`] : []),
    ...lines.slice(-MOST_LINES),
  ];
}

/** Acts are noted by real time: the log of faults and handovers knows how far the clock was ahead then. */
function asked(about: string, evidence: Evidence): Line[] {
  const known = [...evidence.faults, ...evidence.handovers].sort((a, b) => a.real - b.real);
  const virtual = (real: number) => {
    const near = known.findLast((one) => one.real <= real) ?? known[0];
    return new Date(near ? Date.parse(near.at) + real - near.real : real).toISOString();
  };
  return evidence.acts
    .filter(({ candidateId, campaignId }) => candidateId === about || campaignId === about)
    .flatMap(({ kind, value, tried, done }) => [
      { at: virtual(tried), text: `asked: ${kind}${value ? ` (${value})` : ""}` },
      ...(done === undefined ? [] : [{ at: virtual(done), text: `acknowledged: ${kind}` }]),
    ]);
}

const struck = (about: string, { faults }: Evidence): Line[] =>
  faults
    .filter(({ ids, kind }) => ids.includes(about) || kind.startsWith("crash"))
    .map(({ at, kind, by, what, nth, life }) => ({
      at,
      text: `FAULT ${kind}: ${by}, ${what}, the ${nth}. of life ${life}`,
    }));

const sent = (about: string, { handovers }: Evidence): Line[] =>
  handovers
    .filter(({ tags }) => Object.values(tags).includes(about))
    .map(({ at, tags, id, refused }) => ({
      at,
      text: `mail ${tags.message} ${id ? `taken by SES as ${id}` : `refused by SES: ${refused}`}`,
    }));

function logged(about: string, { items }: Evidence): Line[] {
  const hers = items.filter((item) => [item.candidateId, item.campaignId, item.messageId].includes(about));
  return [
    ...ofKind(hers, "event").map(({ at, type, data }) => ({
      at: String(at),
      text: `log: ${type} ${JSON.stringify(data)}`,
    })),
    ...ofKind(hers, "consent").map(({ at, purpose, state, method }) => ({
      at: String(at),
      text: `ledger: ${purpose} ${state} (${method})`,
    })),
    ...ofKind(hers, "message").map(
      ({ claimedAt, messageId, state, attempts, sendingAt, settledAt, failure }) => ({
        at: String(claimedAt),
        text: `message ${messageId} is ${state}, tried ${attempts} times; sending ${sendingAt}, settled ${settledAt}${failure ? `, ${failure}` : ""}`,
      }),
    ),
    ...ofKind(hers, "enrolment").flatMap(({ campaignId, way }) =>
      (way as { at: string; code: string; stepId?: string }[]).map(({ at, code, stepId }) => ({
        at,
        text: `${campaignId}${stepId ? ` at ${stepId}` : ""}: ${code}`,
      })),
    ),
  ];
}
