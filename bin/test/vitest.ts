import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "../check/files.ts";
import type { Stage } from "./stage.ts";

interface Assertion {
  readonly status: string;
}
interface Report {
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly Assertion[] }[];
}

/**
 * Runs every project of `vitest.config.ts` in one run, so that no core is idle while another finishes a project. A run that breaks
 * outside of a test counts as one that failed.
 * @param trail directory in which the local clouds write down what they did
 */
export async function vitest(trail: string): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "perennial-test-"));
  const path = join(folder, "report.json");
  const script = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const { code, said } = await node([script, ...args], trail);
  const report = await read(path);
  await rm(folder, { recursive: true });
  const passed = report ? byFolder(report) : new Map<string, number>();
  const failed = report?.numFailedTests ?? 0;
  return {
    passed: [...passed.values()].reduce((sum, some) => sum + some, 0),
    failed: code === 0 ? failed : Math.max(1, failed),
    note: [...passed].map(([name, some]) => `${name} ${some}`).join(", "),
    detail: said,
  };
}

/** Tests that passed, by the folder of `test` they stand in. */
function byFolder({ testResults }: Report): Map<string, number> {
  const passed = new Map<string, number>();
  for (const { name, assertionResults } of testResults) {
    const [folder = ""] = relative(join(root, "test"), name).split(/[\\/]/);
    const some = assertionResults.filter(({ status }) => status === "passed").length;
    passed.set(folder, (passed.get(folder) ?? 0) + some);
  }
  return new Map([...passed].sort(([a], [b]) => a.localeCompare(b)));
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
