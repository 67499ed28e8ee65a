import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** The generated file: MJML runs here, so that no Lambda function has to carry it. */
export const GENERATED = path("packages/core/template/layout/layout.html.ts");

/** What the generated file must hold, by the MJML source as it is now. */
export async function generate(): Promise<string> {
  const mjml = path("node_modules/mjml/bin/mjml");
  const source = path("packages/core/template/layout/layout.mjml");
  const { stdout } = await promisify(execFile)(process.execPath, [
    mjml,
    source,
    "-s",
    "--noStdoutFileComment",
  ]);
  const html = stdout.replace(/\s*\n\s*/g, "\n").trim();
  return `/** Generated from layout.mjml by bin/layout.ts: edit that, then run it. */\nexport const LAYOUT = \`${html}\`;\n`;
}

if (import.meta.main) await writeFile(GENERATED, await generate());
