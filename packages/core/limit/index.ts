export * as Limit from "./index.ts";

import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { Limited } from "../error.ts";
import { Secret } from "../secret.ts";
import { entities } from "../service.ts";
import { networkOf } from "./network.ts";

/** How many sign-ups in how many seconds. */
const RULES = {
  /** Of one mailbox, however its address is spelled: each may lead to a mail. */
  mailbox: { most: 5, seconds: 86_400 },
  /** From one network: an office or a stand at a fair shares an address. */
  source: { most: 30, seconds: 3600 },
} as const;
type Kind = keyof typeof RULES;

/** Counts one sign-up for this mailbox; false when there were enough today. */
export const mailbox = (stripped: string): Promise<boolean> => take("mailbox", stripped);

/**
 * Counts one sign-up from this IP address.
 * @throws Limited when there were enough in this hour
 */
export async function source(ip: string): Promise<void> {
  if (await take("source", networkOf(ip))) return;
  const { end } = windowOf("source");
  throw new Limited("signup.limited", "There were many sign-ups from here. Please try later.", end - nowS());
}

const nowS = () => Math.floor(Clock.ms() / 1000);

function windowOf(kind: Kind) {
  const { seconds } = RULES[kind];
  const start = Math.floor(nowS() / seconds) * seconds;
  return { start, end: start + seconds };
}

/** One conditional write: it counts, or it is refused. */
function take(kind: Kind, value: string): Promise<boolean> {
  const { start, end } = windowOf(kind);
  const most: number = RULES[kind].most;
  const limitId = Secret.hash(`limit:${kind}`, `${start} ${value}`);
  return applied(
    entities.limit
      .upsert({ limitId, expiresAt: end })
      .add({ count: 1 })
      .where((it, op) => `${op.notExists(it.count)} OR ${op.lt(it.count, most)}`)
      .go(),
  );
}
