import { execFileSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { root } from "../../bin/check/files.ts";
import { calibrate } from "./calibration.ts";
import type { Setting } from "./kept.ts";

const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** What a run writes itself, and what a page about it may say. */
const WRITTEN = ["test/bench/results", "docs", "CHANGELOG.md"];

/** Where this run is. The machine is calibrated first, before it has anything to do. */
export function settingOf(): Setting {
  return {
    at: new Date().toISOString(),
    commit: git("rev-parse", "--short", "HEAD"),
    node: process.versions.node,
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      platform: `${process.platform} ${process.arch}`,
    },
    calibration: Math.round(calibrate()),
  };
}

/** What is kept under a commit has to be what that commit does. */
export function insistOnCommit(): void {
  const changed = git("status", "--porcelain", "--", ".", ...WRITTEN.map((path) => `:!${path}`));
  if (changed !== "")
    throw new Error(`Commit first, so that the results name what was measured:\n${changed}`);
}
