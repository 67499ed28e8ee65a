import { Clock } from "../clock.ts";
import type { Lease } from "../quota/index.ts";
import { claim } from "./claim.ts";
import { compose } from "./compose.ts";
import { begin, giveUp } from "./last-look.ts";
import type { Delivery, Letter } from "./letter.ts";
import type { Info } from "./message.schema.ts";
import { givenUpAt } from "./owed.ts";
import { type Outcome, send } from "./ses.ts";
import { accept, standing, withdraw } from "./settle.ts";
import { accepted } from "./stamp.ts";

const AGAIN_MS = 1000;
/** What a claim takes: it is made before the token's moment, so that mails reach SES as far apart as tokens are. */
const HEADSTART_MS = 100;
const open = (code: string, notBefore: Date): Delivery => ({ kind: "open", code, notBefore });
const later = (code: string, ms: number) => open(code, new Date(Clock.ms() + ms));

/**
 * Sends one mail at most once: claim, `sending`, SES, outcome. Safe to call again after a crash at any point: what was only claimed
 * is sent, what was in `sending` waits for SES's own report and is never repeated.
 * @param ask for a token of the quota; asked only when a mail will leave
 * @param known what an earlier attempt left, where it was read already; an old reading costs a lost claim, never a second mail
 */
export async function deliver(
  letter: Letter,
  ask: () => Promise<Lease>,
  known?: { readonly earlier: Info | undefined },
): Promise<Delivery> {
  const earlier = known
    ? known.earlier
    : await standing(letter.known.candidate.candidateId, letter.messageId);
  const left = earlier && leftBy(earlier);
  if (left) return left;
  const lease = await ask();
  if (!lease.ok) return open(`quota.${lease.code}`, lease.notBefore);
  const moment = await lease.take(HEADSTART_MS);
  const claimed = await claim(letter, earlier);
  if (!claimed) return later("claim.lost", AGAIN_MS);
  // Written before it counts as being sent: a mail that can't be written must not look like one that may have left.
  const mail = await written(letter, claimed);
  const refused = await moment();
  if (refused) {
    await giveUp(claimed);
    return open(`quota.${refused.code}`, refused.notBefore);
  }
  if (!(await begin(letter, claimed, earlier))) return later("stopped", AGAIN_MS);
  return settle(letter, claimed, await send(mail));
}

async function written(letter: Letter, claimed: Info): Promise<ReturnType<typeof envelope>> {
  try {
    return envelope(letter, claimed);
  } catch (error) {
    await giveUp(claimed);
    throw error;
  }
}

function envelope({ organisation, content, unsubscribeUrl, replyTo, known }: Letter, message: Info) {
  const call = { message, to: known.address.raw, organisation, content };
  return compose({
    ...call,
    ...(unsubscribeUrl ? { unsubscribeUrl } : {}),
    ...(replyTo ? { replyTo } : {}),
  });
}

/** What an earlier attempt left; undefined when it may be claimed (again). */
function leftBy(message: Info): Delivery | undefined {
  const { state } = message;
  if (state === "accepted" || state === "rejected" || state === "unknown") return settled(message, state);
  if (state === "sending") return open("sending", givenUpAt(message));
  if (state === "claimed" && message.sendBy > Clock.iso())
    return open("claim.running", new Date(message.sendBy));
  return undefined;
}

async function settle(letter: Letter, message: Info, outcome: Outcome): Promise<Delivery> {
  if (outcome.kind === "unknown") return open("sending", givenUpAt({ ...message, sendingAt: Clock.iso() }));
  if (outcome.kind === "later") {
    await withdraw(message, { from: "sending", to: "dropped", changes: { failure: outcome.failure } });
    return later(`ses.${outcome.failure}`, pauseOf(outcome.seconds, message.attempts) * 1000);
  }
  const { kind: to, ...changes } = outcome;
  if (to === "rejected") await withdraw(message, { from: "sending", to, changes });
  else await taken(letter, message, { ...changes, settledAt: Clock.iso() });
  return settled(message, to);
}

type Taken = { readonly settledAt: string } & Partial<Pick<Info, "sesMessageId">>;

/** SES took it: that is written, and counted where others are counted with it. */
function taken({ tally }: Letter, message: Info, changes: Taken): Promise<boolean> {
  const { campaignId } = message;
  const write = (batch?: string) =>
    accept(message, {
      from: "sending",
      to: "accepted",
      changes: { ...changes, ...(batch ? { batch } : {}) },
    });
  if (!tally || !campaignId) return write();
  return tally.write(write, () => accepted({ ...message, ...changes, campaignId }));
}

const settled = (message: Info, state: "accepted" | "rejected" | "unknown"): Delivery => ({
  kind: "settled",
  state,
  mail: { at: message.settledAt ?? Clock.iso(), tracked: message.tracked },
});

const LONGEST_PAUSE_S = 900;

/** Twice as long after each try that SES refused: what asks again every few seconds for hours costs more than the mail. */
const pauseOf = (seconds: number, attempts: number) =>
  Math.max(seconds, Math.min(LONGEST_PAUSE_S, seconds * 2 ** (attempts - 1)));
