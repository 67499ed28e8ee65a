import type { FunctionName } from "./functions.ts";

export interface Schedule {
  readonly name: string;
  /** EventBridge Scheduler expression; cron fields as AWS writes them (minute hour day-of-month month day-of-week year). */
  readonly expression: string;
  readonly function: FunctionName;
}

export const schedules = [
  { name: "reconcile", expression: "cron(30 3 * * ? *)", function: "reconcile" },
  { name: "ripen", expression: "cron(0 4 * * ? *)", function: "ripen" },
  { name: "self-check", expression: "cron(30 3 * * ? *)", function: "selfCheck" },
] as const satisfies readonly Schedule[];
