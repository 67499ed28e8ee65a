import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, report } from "./check/index.ts";
import { type Stage, stage } from "./test/stage.ts";
import { trailed } from "./test/trail.ts";
import { vitest } from "./test/vitest.ts";

async function checked(): Promise<Stage> {
  const results = await check();
  const failed = results.filter(({ problems }) => problems.length);
  return { passed: results.length - failed.length, failed: failed.length, detail: report(failed) };
}

const trail = await mkdtemp(join(tmpdir(), "perennial-trail-"));
const stages = [
  await stage("check", checked),
  await stage("tests", () => vitest(trail)),
  await stage("trail", () => trailed(trail)),
];
await rm(trail, { recursive: true });
const sum = (of: "passed" | "failed") => stages.reduce((total, it) => total + it[of], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") ? 1 : 0;
