import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";

/** One package in `package-lock.json`. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What npm will install, by path: `""` is the root, `packages/core` a workspace, `node_modules/zod` a package. */
export type Lock = Readonly<Record<string, Locked>>;

export function lock(): Lock {
  return (JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Lock }).packages;
}

/** Where Node would find `name` when asked from `path`: the nearest `node_modules` upwards that has it. */
export function resolve(packages: Lock, path: string, name: string): string | undefined {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    const candidate = `${from ? `${from}/` : ""}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (from === "") return undefined;
  }
}
