import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { FunctionName } from "../../../infra/functions.ts";

export interface Call {
  readonly name: FunctionName;
  readonly event: unknown;
}

/** What a function answered, or how it failed. */
export interface Answer {
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly code?: string };
}

const SCRIPT = `
const answers = [];
for (const { name, event } of JSON.parse(process.argv[1])) {
  const { handler } = await import("./" + name + "/index.mjs");
  const context = { getRemainingTimeInMillis: () => 20_000 };
  answers.push(await handler(event, context).then(
    (output) => ({ output }),
    (error) => ({ error: { name: error.name, code: error.code } }),
  ));
}
process.stdout.write("\\n" + JSON.stringify(answers));
process.exit(0);
`;

/**
 * Calls bundles one after the other in a process of their own, which starts where they lie and knows no other environment.
 * @param outdir of `bundleAll`
 */
export async function callAll(
  outdir: string,
  calls: readonly Call[],
  env: Readonly<Record<string, string>>,
): Promise<Answer[]> {
  // A script given as text imports from where its process starts.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", SCRIPT, JSON.stringify(calls)],
    { cwd: outdir, env, maxBuffer: 8 * 1024 * 1024 },
  );
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n")));
}
