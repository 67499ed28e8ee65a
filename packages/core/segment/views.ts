import type { MayWrite } from "../candidate/views.ts";
import type { Rule } from "../rule/rule.schema.ts";
import type { Line } from "../season/index.ts";

/** One line of the segment list. */
export interface Row {
  readonly segmentId: string;
  readonly name: string;
  /** The rule in plain words. */
  readonly words: string;
  readonly rule: Rule;
  readonly updatedAt: string;
}

/** A count of people: exact, or estimated from one shard with its 95 % interval. */
export interface Count {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly exact: boolean;
}

/** How many people one segment of the list holds. */
export interface Size {
  readonly segmentId: string;
  readonly people: Count;
}

/** Why some who stand on one rung of the ladder do not stand on the next. */
export interface Gap {
  /** A reason code as campaigns give it: `skipped.no_consent`, `deferred.frequency_cap` ... */
  readonly code: string;
  readonly words: string;
  readonly count: number;
}

/** match: the rule holds. may_write: job news may go to them. would_get: a campaign begun now would reach them within a week. */
export interface Rung {
  readonly rung: "match" | "may_write" | "would_get";
  readonly people: Count;
  /** What keeps those of the rung above out; the most people first. */
  readonly gaps: readonly Gap[];
}

/** Somebody of the sample. */
export interface Face {
  readonly candidateId: string;
  readonly name: string;
  readonly title?: string;
  readonly city?: string;
  readonly mayWrite: MayWrite;
  readonly season: Line;
}

/** Who a rule finds. */
export interface Preview {
  readonly words: string;
  /** Everybody who was asked about: the whole roster, or what one shard stands for. */
  readonly people: number;
  readonly match: Count;
  /** Of whom the rule can be neither confirmed nor denied: they do not match. */
  readonly unknown: number;
  readonly ladder: readonly Rung[];
  /** By line of the topmost group: in `all` how many the line alone keeps out, in `any` how many it alone lets in. */
  readonly lines: readonly Count[];
  readonly sample: readonly Face[];
  /** How many of them were here at the end of each of the last 12 months, oldest first. */
  readonly growth: readonly { readonly month: string; readonly people: number }[];
  /** Other segments that share people with it, the most first. Known only when exact. */
  readonly overlaps: readonly {
    readonly segmentId: string;
    readonly name: string;
    readonly people: number;
  }[];
}

/** One fact that rules can ask about. */
export interface FactRow {
  readonly fact: string;
  /** As a person reads it, e.g. "interested in". */
  readonly words: string;
  readonly kind: "text" | "set" | "number" | "date" | "happened";
  /** Values people have, the most frequent first, at most 50. Sets and texts only. */
  readonly values: readonly { readonly value: string; readonly label?: string; readonly count: number }[];
  /** How many people it is known of. */
  readonly known: number;
}
