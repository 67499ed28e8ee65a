import type { Answer } from "./hook.ts";
import { killed, type Life, timedOut } from "./life.ts";
import type { CallKind } from "./plan.ts";
import { conflicted, throttled, unsaid } from "./refusal.ts";
import type { Site } from "./site.ts";

/** A call that is struck. */
export interface Struck {
  readonly site: Site;
  readonly life: Life;
  /** How many items a transaction has; 1 for all else. */
  readonly items: number;
  make(): Promise<Answer>;
  /** Makes it some time later, whoever hears it. */
  later(): void;
  /** Ends the process at once. */
  crash(): void;
}

/** What comes of a call that this strikes. */
export async function strike(
  kind: CallKind,
  { site, life, items, make, later, crash }: Struck,
): Promise<Answer> {
  if (kind === "throttle") return throttled(site, items);
  if (kind === "conflict") return conflicted(site, items);
  if (kind === "die-before") throw life.end(killed());
  if (kind === "late") {
    later();
    throw life.end(timedOut());
  }
  if (kind === "crash-before") crash();
  const answer = await make();
  if (kind === "die-after") throw life.end(killed());
  if (kind === "crash-after") crash();
  return kind === "lost" ? unsaid(site) : answer;
}
