import { onTestFinished, vi } from "vitest";
import { logger } from "../../../packages/functions/adapter/logger.ts";

/** A test's report is to be read; what functions log is shown where a test asks for it. */
export const quiet = () => logger.setLogLevel("SILENT");

/** Everything that is logged from here to the end of the test, as one text. */
export function log(): () => string {
  const level = logger.getLevelName();
  logger.setLogLevel("DEBUG");
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    }),
  );
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    logger.setLogLevel(level);
  });
  return () => written.join("");
}
