import type { Reason } from "../enrolment/enrolment.schema.ts";
import * as Gate from "../gate/index.ts";
import type { Rhythm } from "./advance.ts";

/** What decides at the door. */
interface Comer {
  readonly gate: Gate.Info | undefined;
  readonly hasAddress: boolean;
  /** The campaign she comes to; absent for one that nobody is in yet. */
  readonly campaignId?: string;
  readonly policy: Rhythm;
}

/**
 * Why somebody who matches the entry is left out; undefined when she enters. Her address is asked for first, as a segment's ladder and
 * `advance` do. What somebody can mend while she is inside (where her data came from) lets her in: her mail is held then. Pure.
 */
export function leftOut({ gate, hasAddress, campaignId, policy }: Comer, now: Date): Reason | undefined {
  const because = (code: string, inputs: Record<string, unknown> = {}) => ({
    code: `skipped.${code}`,
    inputs,
    at: now.toISOString(),
  });
  if (!hasAddress) return because("no_address");
  if (!gate) return because("no_consent");
  const verdict = Gate.judge(gate, "nurture", now, policy);
  if (!verdict.ok && verdict.code !== "missing_source") return because(verdict.code, verdict.inputs);
  if (gate.campaignId !== undefined && gate.campaignId !== campaignId)
    return because("other_campaign", { campaignId: gate.campaignId });
  return undefined;
}
