import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Events as Engagement } from "../engagement/events.ts";
import * as Enrolment from "../enrolment/index.ts";
import { AppError } from "../error.ts";
import type { Draft } from "../event/index.ts";
import * as Event from "../event/index.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Message from "../message/index.ts";
import { CandidateId } from "./candidate.schema.ts";
import { lift, overtaken } from "./do-not-contact.ts";
import { expect } from "./edit.ts";
import { Events } from "./events.ts";

const Which = z.strictObject({ candidateId: CandidateId });
const Act = Which.extend({ actId: Id("evt") });

/** What a colleague notes of a talk, and where the gate remembers it. */
const TALKS = {
  [Engagement.Replied.type]: "repliedAt",
  [Events.Contacted.type]: "contactedAt",
} as const;
type Field = (typeof TALKS)[keyof typeof TALKS];

/** She answered, as a colleague saw in her own mailbox: warm, on the season line, and no campaign writes to her any more. */
export const replied = fn(Which, async ({ candidateId }) => {
  Actor.assert("people.write");
  const act = await noted(candidateId, "repliedAt", (gate) => {
    const marks = Gate.withMark(gate.marks, "r", Clock.now());
    const marked = marks.length > gate.marks.length;
    const before = gate.repliedAt ? { before: gate.repliedAt } : {};
    return { marks, event: Engagement.Replied({ candidateId, marked, ...before }) };
  });
  await endNow(candidateId, act);
  await Message.landed(candidateId);
  return act;
});

const ATTEMPTS = 5;

/**
 * Her campaigns end before this answers, also where a worker moves her at the same time: so often none does. What stands even then, the
 * act's event ends a moment later.
 */
async function endNow(candidateId: string, { actId, at }: Noted): Promise<void> {
  const end = "stopped.replied";
  const reason = { code: end, inputs: { actId }, at };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const ended = await Enrolment.endAll(candidateId, end, reason).catch(() => undefined);
    if (ended !== undefined) return;
  }
}

/** A colleague talked with her, outside of our mails. */
export const contacted = fn(Which, ({ candidateId }) => {
  Actor.assert("people.write");
  return noted(candidateId, "contactedAt", ({ contactedAt: before, marks }) => ({
    marks,
    event: Events.Contacted({ candidateId, ...(before ? { before } : {}) }),
  }));
});

interface Noted {
  readonly actId: string;
  readonly at: string;
}
type Noting = (gate: Gate.Info) => { marks: Gate.Mark[]; event: Draft };

function noted(candidateId: string, field: Field, noting: Noting): Promise<Noted> {
  return insist(async () => {
    const { gate } = await expect(candidateId);
    const { marks, event } = noting(gate);
    await commit(({ gate: gates, event: events }) => [
      gates
        .patch({ candidateId })
        .set({ [field]: event.at, marks, revision: gate.revision + 1 })
        .where((it, op) => op.eq(it.revision, gate.revision))
        .commit(),
      events.create(event).commit(),
    ]);
    return { actId: event.eventId, at: event.at };
  });
}

/** Takes back what was noted last, or said about writing to her. Refused when a later one was noted; twice is once. */
export const takeBack = fn(Act, ({ candidateId, actId }): Promise<{ takenBack: true }> => {
  Actor.assert("people.write");
  return insist(async () => {
    const [act, found] = await Promise.all([Event.read(candidateId, actId), expect(candidateId)]);
    if (act?.type === Events.DoNotContact.type && act.data.on === true) {
      await lift(found, actId);
      return { takenBack: true };
    }
    const { gate } = found;
    const field = act && TALKS[act.type as keyof typeof TALKS];
    if (!act || !field)
      throw new AppError("missing", "candidate.act_missing", "There is nothing to take back");
    const { before, marked } = act.data as { before?: string; marked?: boolean };
    if (gate[field] === before) return { takenBack: true };
    if (gate[field] !== act.at) throw overtaken();
    await restore(gate, act, { field, before, marked: marked === true });
    return { takenBack: true };
  });
});

interface Restored {
  readonly field: Field;
  readonly before: string | undefined;
  readonly marked: boolean;
}

async function restore(
  gate: Gate.Info,
  act: { eventId: string; at: string },
  { field, before, marked }: Restored,
) {
  const { candidateId } = gate;
  const marks = marked
    ? gate.marks.filter(({ kind, day }) => kind !== "r" || day !== act.at.slice(0, 10))
    : gate.marks;
  await commit(({ gate: gates, event }) => {
    const patch = gates.patch({ candidateId });
    const next = { marks, revision: gate.revision + 1 };
    const change = before ? patch.set({ ...next, [field]: before }) : patch.set(next).remove([field]);
    return [
      change.where((it, op) => op.eq(it.revision, gate.revision)).commit(),
      // Nobody has to follow up what did not happen.
      event.patch({ candidateId, eventId: act.eventId }).remove(["warmDay", "warmAt"]).commit(),
      event.create(Events.TakenBack({ candidateId, actId: act.eventId })).commit(),
    ];
  });
}
