import * as Rebuild from "@perennial/core/rebuild";
import * as z from "zod";
import { logger } from "../adapter/logger.ts";
import { task } from "../adapter/task.ts";

/** So many are told in one line. */
const TOLD = 50;

/**
 * One line of the log that CloudWatch also reads as a metric, which an alarm stands on (CloudWatch guide, "Specification: Embedded
 * metric format"). As an error, because Lambda leaves out what is below the level of the log.
 */
function alarm(drifts: readonly string[]): void {
  const metric = {
    Namespace: "Perennial",
    Dimensions: [["FunctionName"]],
    Metrics: [{ Name: "Drift", Unit: "Count" }],
  };
  logger.error("drift", {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metric] },
    FunctionName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "selfCheck",
    Drift: drifts.length,
    drifts: drifts.slice(0, TOLD),
  });
}

/** Daily: holds a sample of figures and people to the log, and raises the alarm where they part. */
export const handler = task("selfCheck", z.unknown(), async () => {
  const checked = await Rebuild.selfCheck();
  if (checked.drifts.length > 0) alarm(checked.drifts);
  return { people: checked.people, campaigns: checked.campaigns, drifts: checked.drifts.length };
});
