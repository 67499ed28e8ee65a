import { stdout } from "node:process";

const LEVELS = ["DEBUG", "INFO", "WARN", "ERROR", "SILENT"] as const;
export type Level = (typeof LEVELS)[number];

let chosen: Level | undefined;

const levelNow = () => chosen ?? LEVELS.find((one) => one === process.env.PERENNIAL_LOG_LEVEL) ?? "INFO";

/** X-Ray's id of the invocation, where it is traced (Lambda guide, environment variables). */
const xrayTrace = () => /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID ?? "")?.[1];

/** One JSON object a line, which CloudWatch reads by its fields. Past the console, which Lambda wraps once more. */
const write =
  (level: Exclude<Level, "SILENT">) =>
  (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(levelNow())) return;
    const at = { level, message, timestamp: new Date().toISOString(), service: "perennial" };
    stdout.write(`${JSON.stringify({ ...at, xray_trace_id: xrayTrace(), ...fields })}\n`);
  };

/** Structured logs: ids and counts, never a name, an address, a token or a body. */
export const logger = {
  info: write("INFO"),
  error: write("ERROR"),
  getLevelName: levelNow,
  setLogLevel(level: Level): void {
    chosen = level;
  },
};

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
