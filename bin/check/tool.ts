import { execFile } from "node:child_process";
import { join } from "node:path";
import { root } from "./files.ts";
import type { Check } from "./result.ts";

/** A check that is a tool of its own: it passes when the tool exits with 0, else what it printed is the problem. */
export function tool(name: string, script: string, ...args: readonly string[]): Check {
  const command = [join(root, "node_modules", script), ...args];
  return () =>
    new Promise((resolve) => {
      execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        resolve({ name, problems: error ? [`${stdout}${stderr}`.trim() || error.message] : [] }),
      );
    });
}
