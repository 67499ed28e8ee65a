import { Clock } from "../clock.ts";
import * as Gate from "../gate/index.ts";
import * as Organisation from "../organisation/index.ts";
import { countsForCaps, put, read } from "./claim.ts";
import type { Letter } from "./letter.ts";
import type { Info } from "./message.schema.ts";
import { move, withdraw } from "./settle.ts";
import { FRESH_MS } from "./within.ts";

/**
 * Marks it as sending, and then reads gate and campaign once more, in this order: a stop that the readings missed finds the mark. False
 * when a stop came meanwhile or the claim ran out. Nothing has left yet: whatever goes wrong here drops the mail, so that the next one
 * may send it.
 */
export async function begin(letter: Letter, message: Info, earlier: Info | undefined): Promise<boolean> {
  if (message.sendBy <= Clock.iso()) return giveUp(message);
  try {
    if (!(await start(message, earlier))) return false;
    if (await stillWanted(letter, message)) return true;
  } catch (error) {
    await withdraw(message, { from: "sending", to: "dropped" });
    throw error;
  }
  await withdraw(message, { from: "sending", to: "dropped" });
  return false;
}

/** A claim that comes to nothing before anything was sent: its place at her gate is free again, unless another sender took it since. */
export async function giveUp(message: Info): Promise<false> {
  if (countsForCaps(message)) await Gate.unclaim(message.candidateId, message.messageId, message.claimedAt);
  else await move(message, { from: "claimed", to: "dropped" });
  return false;
}

/** The SDK repeats a write whose answer was lost, and is then refused by what it wrote itself. */
export async function start(message: Info, earlier: Info | undefined): Promise<boolean> {
  const { candidateId, messageId, sendBy, place } = message;
  const sendingAt = Clock.iso();
  const marked = countsForCaps(message)
    ? put({ ...message, state: "sending", sendingAt }, earlier)
    : move(message, { from: "claimed", to: "sending", changes: { sendingAt } });
  if (await marked) return true;
  const now = await read(candidateId, messageId);
  return (
    now?.state === "sending" && now.place === place && now.sendBy === sendBy && now.sendingAt === sendingAt
  );
}

async function stillWanted(letter: Letter, { sendBy }: Info): Promise<boolean> {
  for (;;) {
    const since = Clock.ms();
    if (!(await wanted(letter)) || sendBy <= Clock.iso()) return false;
    if (Clock.ms() - since <= FRESH_MS) return true;
  }
}

/** She may be written to, is still in the campaign that writes, and the campaign goes on. */
async function wanted(letter: Letter): Promise<boolean> {
  const { known, campaignId } = letter;
  const [gate, goesOn, terms] = await Promise.all([
    Gate.read(known.candidate.candidateId),
    letter.wanted(),
    termsNow(letter),
  ]);
  if (!goesOn || !gate || (campaignId && gate.campaignId !== campaignId)) return false;
  return Gate.judge(gate, letter.class, Clock.now(), terms).ok;
}

/** The terms decide about those alone who gave no consent of their own: for them they are read anew. */
const termsNow = async ({ known, terms }: Letter): Promise<Gate.Terms | undefined> =>
  terms && Gate.needsTerms(known.gate) ? Organisation.policy() : terms;
