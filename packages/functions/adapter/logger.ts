import { Logger } from "@aws-lambda-powertools/logger";

/** Structured logs: ids and counts, never a name, an address, a token or a body. */
export const logger = new Logger({ serviceName: "perennial" });

/** What may be said of an unexpected error: its name and stack, not its message, which can quote input. */
export function faultOf(error: unknown): { fault: string; stack?: string } {
  if (!(error instanceof Error)) return { fault: typeof error };
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join("\n");
  return { fault: error.name, ...(frames ? { stack: frames } : {}) };
}
