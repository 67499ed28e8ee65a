import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/**
 * Runs a script of this folder over a data directory until it kills itself as `kill -9` would.
 * @returns the lines it wrote: what the service had acknowledged by then
 */
export async function killed(script: string, dir: string): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${script}.ts`), dir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  const [, signal] = await once(child, "close");
  if (signal !== "SIGKILL") throw new Error(`${script} ended by itself: ${output}`);
  return output.split("\n").filter((line) => line !== "");
}
