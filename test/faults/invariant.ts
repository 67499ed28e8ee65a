import type { Evidence } from "./evidence.ts";

/** Something that must not be, and whom or what it is about. */
export interface Breach {
  readonly what: string;
  readonly candidateId?: string;
  readonly messageId?: string;
  readonly campaignId?: string;
}

/** What always holds, whatever goes wrong. */
export interface Invariant {
  readonly name: string;
  /** What is read to check it: a person with the AWS console could ask the same. */
  readonly query: string;
  check(evidence: Evidence): Breach[];
}
