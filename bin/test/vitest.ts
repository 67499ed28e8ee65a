import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../check/files.ts";
import type { Stage } from "./stage.ts";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/**
 * Runs projects of `vitest.config.ts`. A run that breaks outside of a test counts as one that failed.
 * @param trail directory in which the local clouds write down what they did
 */
export async function vitest(trail: string, ...projects: readonly string[]): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "perennial-test-"));
  const report = join(folder, "report.json");
  const script = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = ["run", ...projects.map((it) => `--project=${it}`), "--reporter=default", "--reporter=json"];
  const { code, said } = await node([script, ...args, `--outputFile.json=${report}`], trail);
  const counts = await read(report);
  await rm(folder, { recursive: true });
  const failed = counts?.numFailedTests ?? 0;
  return {
    passed: counts?.numPassedTests ?? 0,
    failed: code === 0 ? failed : Math.max(1, failed),
    detail: said,
  };
}

async function read(path: string): Promise<Report | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}

function node(args: readonly string[], trail: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    // Many short processes load the same modules: compiled once, they start in half the time.
    const NODE_COMPILE_CACHE = join(root, "node_modules", ".cache", "compile");
    const env = { ...process.env, NODE_COMPILE_CACHE, PERENNIAL_TRAIL: trail };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said: Buffer.concat(said).toString() }));
  });
}
