import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Report } from "../../../packages/core/rebuild/index.ts";

const SCRIPT = join(import.meta.dirname, "../../../bin/replay.ts");

/** `npm run replay` on a data directory, as a process of its own. */
export function replay(
  data: string,
  ...flags: string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [SCRIPT, "--data", data, ...flags]);
  let said = "";
  for (const voice of [child.stdout, child.stderr])
    voice.on("data", (text: Buffer) => {
      said += text;
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

/** What it finds; it changes nothing. */
export const compared = async (data: string): Promise<Report> =>
  JSON.parse((await replay(data, "--json")).said) as Report;
