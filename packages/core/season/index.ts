export * as Season from "./index.ts";

import { Clock } from "../clock.ts";
import type { Mark, Permission } from "../gate/gate.schema.ts";

/** Twelve months, past ten and next two: above the line what she did, below it what we sent, under it the permission. */
export interface Line {
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly marks: readonly {
    readonly kind: "joined" | "clicked" | "replied" | "sent" | "machine";
    readonly day: string;
  }[];
  /** The band under the line; `until` absent means without end. */
  readonly permission?: {
    readonly state: "pending" | "granted";
    readonly from: string;
    readonly until?: string;
  };
}

const KINDS = { j: "joined", c: "clicked", r: "replied", s: "sent" } as const;

/** The season line of one person from what her gate keeps. */
export function line(marks: readonly Mark[], permission: Permission | undefined): Line {
  const now = Clock.now();
  const from = month(now, -10);
  const held = permission && permission.state !== "withdrawn" ? permission : undefined;
  return {
    from,
    to: month(now, 2),
    today: now.toISOString().slice(0, 10),
    marks: marks.filter(({ day }) => day >= from).map(({ kind, day }) => ({ kind: KINDS[kind], day })),
    ...(held
      ? {
          permission: {
            state: held.state === "granted" ? ("granted" as const) : ("pending" as const),
            from: held.at.slice(0, 10),
            ...(held.until ? { until: held.until.slice(0, 10) } : {}),
          },
        }
      : {}),
  };
}

function month(now: Date, offset: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 10);
}
