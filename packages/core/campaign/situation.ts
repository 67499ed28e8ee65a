import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import * as Message from "../message/index.ts";
import type { Sent, Situation } from "./advance.ts";
import type { Bench } from "./bench.ts";
import { find } from "./journey.ts";

/** One person in a campaign as she was read for a look; whoever was erased has no profile. */
export interface Her {
  readonly enrolment: EnrolmentInfo;
  readonly profile?: Candidate.Profile;
  readonly gate?: Gate.Info;
  /** The mail of the step she stands before, if there is one. */
  readonly message?: Message.Info;
}

/** The key of a mail: enrolment, step and visit, so that one step never mails twice. */
export const messageIdOf = ({
  enrolmentId,
  stepId = "",
  visit,
}: Pick<EnrolmentInfo, "enrolmentId" | "stepId" | "visit">) => derivedId("msg", enrolmentId, stepId, visit);

/**
 * Reads everything that decisions about these people need in four calls however many they are (at most a hundred): strongly what writes
 * depend on, and her profile as of a moment ago.
 */
export async function gather(campaignId: string, candidateIds: readonly string[]): Promise<Her[]> {
  const [enrolments, profiles, gates] = await Promise.all([
    Enrolment.readMany(campaignId, candidateIds),
    Candidate.profiles(candidateIds, { consistent: false }),
    Gate.readMany(candidateIds, { consistent: true }),
  ]);
  const inside = [...enrolments.values()].filter(({ endedAt }) => endedAt === undefined);
  const messages = await Message.standingMany(
    inside.map((enrolment) => ({
      candidateId: enrolment.candidateId,
      messageId: messageIdOf(enrolment),
    })),
  );
  return inside.map((enrolment) => {
    const profile = profiles.get(enrolment.candidateId);
    const gate = gates.get(enrolment.candidateId);
    const message = messages.get(messageIdOf(enrolment));
    return {
      enrolment,
      ...(profile ? { profile } : {}),
      ...(gate ? { gate } : {}),
      ...(message ? { message } : {}),
    };
  });
}

/** What a look finds out on the way: what became of the mail, what it lacks, that there is no address to send it to. */
export interface Found {
  readonly sent?: Sent;
  readonly missing?: readonly string[];
  readonly hasAddress?: boolean;
}

/** The situation that a decision about her is made on. */
export async function situationOf(bench: Bench, her: Her, found: Found): Promise<Situation> {
  const { enrolment, profile, gate } = her;
  const journey = await bench.journey(enrolment.version);
  const step = find(journey, enrolment.stepId);
  const template = step?.kind === "email" ? await bench.template(step.templateId) : undefined;
  const { sent, missing = [], hasAddress = profile?.facts?.hasAddress ?? false } = found;
  return {
    ...{ journey, enrolment, missing, hasAddress },
    campaign: bench.campaign,
    policy: bench.policy,
    hasTemplate: template !== undefined,
    ...(profile?.facts ? { facts: profile.facts } : {}),
    ...(profile && gate
      ? { gate: withoutOwn(gate, enrolment), happenings: happeningsOf(gate, enrolment) }
      : {}),
    ...(sent ? { sent } : {}),
  };
}

/** The cap counts other mails: the one at hand may have been claimed by a look that died. */
function withoutOwn(gate: Gate.Info, enrolment: EnrolmentInfo): Gate.Info {
  const own = messageIdOf(enrolment);
  return { ...gate, claims: gate.claims.filter(({ messageId }) => messageId !== own) };
}

const happeningsOf = (gate: Gate.Info, { mails }: EnrolmentInfo) => ({
  ...Gate.happenings(gate, Clock.now()),
  steps: mails,
});

/** What is known of a mail before a look. */
export const sentOf = (message: Message.Info | undefined): Sent | undefined =>
  message && { state: message.state, until: Message.givenUpAt(message) };
