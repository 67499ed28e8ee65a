import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import { advance } from "./advance.ts";
import type { Bench, Turn } from "./bench.ts";
import type { Decision } from "./decision.ts";
import { act } from "./deed.ts";
import { withMail } from "./mailed.ts";
import { type Outcome, send } from "./send.ts";
import { type Found, type Her, sentOf, situationOf } from "./situation.ts";

/** More decisions than any journey asks for in one look. */
const HOPS = 200;

/** What a look at one person came to: she rests where she is now, or her mail is to be tried again. */
export type Looked = { readonly kind: "rests" } | Extract<Outcome, { kind: "later" | "hold" }>;

/** How far a look has come: her as she would be, her enrolment as it is kept, and what was found out about her step. */
interface Look {
  readonly her: Her;
  readonly kept: EnrolmentInfo;
  readonly found: Found;
}

/**
 * Moves one person on as far as she gets now. Steps that take no time are gone in memory and written with the next rest; before a mail
 * is claimed her place is written, so that whoever comes after a crash finds her before that mail and no other.
 */
export async function walk(bench: Bench, her: Her, turn: Turn): Promise<Looked> {
  const sent = sentOf(her.message);
  const enrolment = withMail(her.enrolment, her.message);
  let look: Look = { her: { ...her, enrolment }, kept: her.enrolment, found: sent ? { sent } : {} };
  for (let hop = 0; hop < HOPS && !rests(look); hop++) {
    const decision = advance(await situationOf(bench, look.her, look.found), Clock.now());
    if (decision.act === "rest") break;
    if (decision.act === "send") {
      const placed = await keep(look, turn);
      if (!placed) return { kind: "rests" };
      const outcome = await send(bench, placed.her, decision, turn);
      if (outcome.kind === "later" || outcome.kind === "hold") return outcome;
      look = after(placed, outcome);
    } else look = await follow(bench, look, decision);
  }
  await keep(look, turn);
  return { kind: "rests" };
}

const rests = ({ her: { enrolment } }: Look) =>
  enrolment.endedAt !== undefined || (enrolment.dueAt ?? "") > Clock.iso();

/** Writes where she is; undefined when somebody else moved her meanwhile. */
async function keep(look: Look, { tally }: Turn): Promise<Look | undefined> {
  const { her, kept } = look;
  if (her.enrolment === kept) return look;
  if (!(await Enrolment.keep(kept, her.enrolment, tally))) return undefined;
  const enrolment = { ...her.enrolment, revision: kept.revision + 1 };
  return { ...look, her: { ...her, enrolment }, kept: enrolment };
}

/** The same step with what became of its mail, or with what the mail lacks. */
function after(look: Look, outcome: Extract<Outcome, { kind: "found" }>): Look {
  const { her } = look;
  const enrolment = outcome.mail ? Enrolment.mailed(her.enrolment, outcome.mail) : her.enrolment;
  return { ...look, her: { ...her, enrolment }, found: { ...look.found, ...outcome.found } };
}

type Moving = Exclude<Decision, { act: "send" | "rest" }>;

/** Does what is to be done and takes her to where it leads, in memory. Later steps see what a deed changed. */
async function follow(bench: Bench, { her, kept }: Look, decision: Moving): Promise<Look> {
  const enrolment = Enrolment.moved(her.enrolment, decision.move);
  const { message: _, ...rest } = her;
  if (decision.act === "move") return { kept, found: {}, her: { ...rest, enrolment } };
  await act(bench, her.enrolment, decision.step);
  const { candidateId } = enrolment;
  const profile = (await Candidate.profiles([candidateId])).get(candidateId);
  return { kept, found: {}, her: { ...rest, enrolment, ...(profile ? { profile } : {}) } };
}
