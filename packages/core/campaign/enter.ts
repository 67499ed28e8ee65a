import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo, Reason } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Gate from "../gate/index.ts";
import type { Tally } from "../metric/index.ts";
import { leftOut } from "./admit.ts";
import type { Rhythm } from "./advance.ts";
import type { Info } from "./campaign.schema.ts";

/** Somebody at the door of a campaign, as she was read. */
export interface Comer {
  readonly candidateId: string;
  readonly hasAddress: boolean;
  readonly gate: Gate.Info | undefined;
  /** Her enrolment in this campaign, if there is one. */
  readonly earlier?: EnrolmentInfo;
}

export interface Door {
  readonly campaign: Info;
  readonly policy: Rhythm;
  /** Where people come together: counts them together. */
  readonly tally?: Tally;
}

/** Her gate is written by many: somebody may enter another campaign, or leave, in the same moment. */
const ATTEMPTS = 6;

/**
 * She enters, once ever, or is left out and her enrolment says why; who was left out may enter later. Answers since when she is due;
 * undefined for who is not inside by this call. Whoever's gate changed meanwhile is read again.
 * @param because why she enters; as the campaign's entry says if it is not told
 */
export async function enter(
  { campaign, policy, tally }: Door,
  comer: Comer,
  because: Reason = byEntry(campaign),
): Promise<string | undefined> {
  let her = comer;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (her.earlier && her.earlier.end !== "left_out") return her.earlier.dueAt;
    const { candidateId, hasAddress, gate, earlier } = her;
    const { campaignId } = campaign;
    const out = leftOut({ gate, hasAddress, campaignId, policy }, Clock.now());
    const entering = at(campaign, candidateId, out ?? because);
    if (out || !gate) {
      if (!earlier) await Enrolment.leaveOut(entering, tally);
      return undefined;
    }
    const entered = earlier
      ? Enrolment.admit(earlier, entering, gate)
      : Enrolment.enter(entering, gate, tally);
    if (await entered) return entering.dueAt;
    her = { candidateId, hasAddress, ...(await readAgain(campaignId, candidateId)) };
  }
  throw new Error("Her gate changed every time; coming again");
}

async function readAgain(campaignId: string, candidateId: string) {
  const [gate, enrolments] = await Promise.all([
    Gate.read(candidateId),
    Enrolment.readMany(campaignId, [candidateId]),
  ]);
  const earlier = enrolments.get(candidateId);
  return { gate, ...(earlier ? { earlier } : {}) };
}

const byEntry = ({ entry: { kind } }: Info): Reason => ({
  code: `entered.${kind}`,
  inputs: {},
  at: Clock.iso(),
});

/** Before the first step of what is written now, and not before the campaign starts. */
function at({ campaignId, version, steps, startsAt = "" }: Info, candidateId: string, reason: Reason) {
  const [first] = steps;
  if (!first) throw new Error("A launched campaign has steps");
  const now = Clock.iso();
  const dueAt = startsAt > now ? startsAt : now;
  return { candidateId, campaignId, version, reason, dueAt, stepId: first.stepId };
}
