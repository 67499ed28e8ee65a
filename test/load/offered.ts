import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Quantiles } from "./quantiles.ts";

/** What is offered to whom. */
export interface Plan {
  readonly siteUrl: string;
  /** Of a form that was opened long enough ago. */
  readonly stamp: string;
  /** Sign-ups a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly seed: number;
}

/** What came of the nth sign-up. */
export interface Response {
  readonly n: number;
  /** Milliseconds from the moment at which she was to come to the end of the answer. */
  readonly ms?: number;
  readonly status?: number;
  /** Seconds, where the answer says so. */
  readonly retryAfter?: number;
  /** Why no answer came. */
  readonly failed?: string;
}

export interface Offered {
  readonly responses: readonly Response[];
  /** How much later than planned the generator itself was with each. */
  readonly lateness: Quantiles;
  /** Until the last answer. */
  readonly seconds: number;
}

const SCRIPT = fileURLToPath(new URL("offer.ts", import.meta.url));

/** Offers sign-ups from a process of its own; resolves when each is answered or has gone. */
export async function offered(plan: Plan): Promise<Offered> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(plan)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error(`The generator ended with ${code}`);
  return JSON.parse(said) as Offered;
}
