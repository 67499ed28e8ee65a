import type { Kind } from "./task.schema.ts";

/** Something to do about a person, or to know of her. */
export interface View {
  readonly taskId: string;
  readonly candidateId: string;
  readonly kind: Kind;
  readonly words: string;
  /** `2026-11-22`. */
  readonly dueOn: string;
  /** The campaign that asked for it. */
  readonly campaignId?: string;
  readonly createdAt: string;
  readonly doneAt?: string;
}
