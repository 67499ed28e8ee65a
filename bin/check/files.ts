import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const FOREIGN = new Set(["node_modules", "dist", ".git", ".perennial", "cdk.out", ".sst"]);

export interface File {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files that match, without what was installed, built or kept by a local run. */
export function files(...patterns: string[]): File[] {
  return globSync(patterns, { cwd: root, exclude: ({ name }) => FOREIGN.has(name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: path.slice(root.length).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    }));
}
