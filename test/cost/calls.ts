import { UNITS } from "../../packages/local/meter/index.ts";
import type { Run } from "./campaign.ts";

/** Each call, how often a mail it was made, and what it used, the largest first. */
export function calls({ used, mails }: Pick<Run, "used" | "mails">): string[] {
  return UNITS.flatMap((unit) => {
    const users = Object.entries(used[unit] ?? {}).sort(([, a], [, b]) => b.amount - a.amount);
    return users.map(([by, { amount, times }]) =>
      [
        unit.padEnd(20),
        (amount / mails).toFixed(4).padStart(12),
        (times / mails).toFixed(4).padStart(9),
        by,
      ].join(" "),
    );
  });
}
