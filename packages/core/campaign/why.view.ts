import type { End, Reason } from "../enrolment/enrolment.schema.ts";
import type { Step } from "./campaign.schema.ts";

/** A decision as it was made, with the rule of the step in words. */
export interface WhyDecision {
  readonly at: string;
  readonly stepId?: string;
  readonly code: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Branches: the rule in plain words. */
  readonly rule?: string;
}

/** What SES or she told us about a mail. */
export interface WhyEvent {
  readonly at: string;
  /** accepted, delivered, bounced, complained, opened, clicked, rejected, unknown */
  readonly type: string;
  /** human or machine, with the rule that says so. */
  readonly verdict?: string;
  readonly rule?: string;
  readonly link?: string;
  readonly kind?: string;
}

export interface WhyMail {
  readonly messageId: string;
  readonly stepId: string;
  readonly templateName: string;
  readonly state: string;
  readonly tracked: boolean;
  readonly claimedAt: string;
  readonly settledAt?: string;
  readonly sesMessageId?: string;
  readonly failure?: string;
  readonly reason: Reason;
  /** The ledger entry that permitted it. */
  readonly consent?: {
    readonly consentId: string;
    readonly purpose: string;
    readonly state: string;
    readonly method: string;
    readonly at: string;
    readonly until?: string;
    readonly wording: string;
    readonly ground?: string;
  };
  readonly events: readonly WhyEvent[];
}

/** Why she did or did not get the mails of a campaign. */
export interface Why {
  readonly candidateId: string;
  readonly name: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly version: number;
  readonly steps: readonly Step[];
  readonly templates: Readonly<Record<string, string>>;
  readonly enteredAt: string;
  readonly stepId?: string;
  readonly dueAt?: string;
  readonly end?: End;
  readonly endedAt?: string;
  /** In order. */
  readonly decisions: readonly WhyDecision[];
  readonly mails: readonly WhyMail[];
  /** May she get the next mail now: the gate's answer, with the code `advance` would give. */
  readonly now: {
    readonly ok: boolean;
    readonly code: string;
    readonly inputs: Readonly<Record<string, unknown>>;
  };
}
