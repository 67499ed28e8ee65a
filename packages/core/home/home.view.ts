import type { Warm } from "../event/warm.ts";
import type { Line } from "../season/index.ts";

/** The Home page: who is warm, what runs, what needs somebody, three figures. */
export interface Home {
  /** Today in the organisation's zone, `2026-11-22`. */
  readonly today: string;
  /** What stands between the organisation and its first mail; empty when all is set up. */
  readonly missing: readonly { readonly field: string; readonly message: string }[];
  /** Newest first, at most 8: what people did themselves in the last 14 days. */
  readonly warm: readonly {
    readonly candidateId: string;
    readonly name: string;
    readonly at: string;
    readonly type: Warm["type"];
    /** The link she clicked, without query. */
    readonly link?: string;
    readonly season: Line;
  }[];
  /** People who did something since yesterday. */
  readonly warmSinceYesterday: number;
  readonly running: readonly {
    readonly campaignId: string;
    readonly name: string;
    readonly state: string;
    readonly active: number;
    readonly finished: number;
    readonly stopped: number;
    /** When the workflow looks next. */
    readonly wakeAt?: string;
  }[];
  readonly figures: {
    readonly people: number;
    readonly joined: number;
    readonly left: number;
    /** The last 30 days, oldest first. */
    readonly days: readonly { readonly day: string; readonly joined: number; readonly left: number }[];
  };
}
