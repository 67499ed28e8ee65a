import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import { endsSoon } from "../facts/ending.ts";
import type { Need } from "./home.view.ts";

const KNOWN_MS = 300_000;

let known: { readonly at: number; readonly needs: Promise<Need[]> } | undefined;

/**
 * One need for all whose permission runs out: they have to be asked before. It takes a pass over everybody and is about days, while
 * Home asks every few seconds: what was found is kept for five minutes.
 */
export function endingSoon(): Promise<Need[]> {
  const now = Clock.ms();
  if (known && now >= known.at && now < known.at + KNOWN_MS) return known.needs;
  const needs = look().catch((error) => {
    known = undefined;
    throw error;
  });
  known = { at: now, needs };
  return needs;
}

async function look(): Promise<Need[]> {
  const now = Clock.now();
  const ending = (await Candidate.everybody()).flatMap((facts) =>
    endsSoon(facts, now) && facts.permissionUntil ? [facts.permissionUntil] : [],
  );
  const first = ending.sort()[0]?.slice(0, 10);
  return first ? [{ kind: "permission.ending", people: ending.length, first }] : [];
}
