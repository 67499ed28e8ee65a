import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";

/** What happened, of what `infra/` provides for: a function made an AWS call, or an execution came to a state of its machine. */
export type Trace =
  | readonly [kind: "call", name: string, action: string]
  | readonly ["state", string, string];

const seen = new Set<string>();

/** Whether anybody wants to know. */
export const trailing = () => process.env.PERENNIAL_TRAIL !== undefined;

/**
 * Writes down once a process what was done, into a file of its own in the directory that `PERENNIAL_TRAIL` names; without it, nothing.
 * `npm test` reads it at the end: no function may call what it has no grant for, and every state has to be reached.
 */
export function trail(...trace: Trace): void {
  const directory = process.env.PERENNIAL_TRAIL;
  if (!directory) return;
  const line = JSON.stringify(trace);
  if (seen.has(line)) return;
  seen.add(line);
  // At once, because the process may be killed in the next moment.
  appendFileSync(join(directory, `${process.pid}-${threadId}.jsonl`), `${line}\n`);
}
