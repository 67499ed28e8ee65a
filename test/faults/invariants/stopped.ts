import type { Handover } from "../../../packages/local/faults/record.ts";
import type { Act } from "../book.ts";
import type { Evidence } from "../evidence.ts";
import type { Breach, Invariant } from "../invariant.ts";

/** What stops mail, of whom, and what lets it go on. */
const STOPS = [
  { kind: "unsubscribe", of: "candidateId", tag: "candidate", until: "confirm" },
  { kind: "do not contact", of: "candidateId", tag: "candidate", until: undefined },
  { kind: "erase", of: "candidateId", tag: "candidate", until: undefined },
  { kind: "pause", of: "campaignId", tag: "campaign", until: "resume" },
  { kind: "stop", of: "campaignId", tag: "campaign", until: undefined },
] as const;

/** Once a stop is acknowledged, no campaign mail leaves. By real time, which driver and machine share. */
export const stopped: Invariant = {
  name: "no mail after a stop was acknowledged",
  query: "mails handed to SES after unsubscribe, do-not-contact, erase, pause or stop was answered",
  check: (evidence) =>
    evidence.acts.flatMap((act) =>
      STOPS.filter(({ kind }) => kind === act.kind).flatMap((stop) => after(act, stop, evidence)),
    ),
};

function after(act: Act, { of, tag, until }: (typeof STOPS)[number], evidence: Evidence): Breach[] {
  const { done = Number.POSITIVE_INFINITY } = act;
  const about = act[of];
  const again = evidence.acts.filter(
    ({ kind, tried, ...other }) => kind === until && other[of] === about && tried > act.tried,
  );
  const ends = Math.min(...again.map(({ tried }) => tried));
  const left = ({ tags, real, id }: Handover) =>
    id !== undefined && tags.campaign !== undefined && tags[tag] === about && real > done && real < ends;
  return evidence.handovers.filter(left).map(({ tags, real }) => ({
    what: `a mail left ${real - done} ms after "${act.kind}" was acknowledged`,
    ...(tags.candidate ? { candidateId: tags.candidate } : {}),
    ...(tags.message ? { messageId: tags.message } : {}),
    ...(tags.campaign ? { campaignId: tags.campaign } : {}),
  }));
}
