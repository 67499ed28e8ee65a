import { type Lock, lock, resolve } from "./lock.ts";
import type { Result } from "./result.ts";

/** What runs in the organisation's account or in a browser, and what a laptop runs. */
const SHIPPED = ["core", "functions", "site", "web", "local"].map((name) => `packages/${name}`);

/** Licences that ask for no more than their notice. Another one needs a line here and the reason in docs/decisions.md. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "PSF-2.0",
  "Unlicense",
]);

/** Everything that ships, also what comes along with it, has a permissive licence. */
export function licences(): Result {
  const packages = lock();
  const refused = [...shipped(packages)]
    .map((path) => ({ path, licence: packages[path]?.license ?? "no licence" }))
    .filter(({ licence }) => !permits(licence));
  return {
    name: "licences",
    problems: refused.map(
      ({ path, licence }) => `${path} ships under ${licence}, which is not among those allowed`,
    ),
  };
}

/** Whether an SPDX expression leaves a choice that is allowed. */
export function permits(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => ALLOWED.has(one.trim())));
}

/** Paths in the lock file of everything that ships, with what comes along. */
export function shipped(packages: Lock): Set<string> {
  const seen = new Set<string>();
  const queue = [...SHIPPED];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    const names = Object.keys({ ...dependencies, ...optionalDependencies });
    queue.push(...names.flatMap((name) => resolve(packages, path, name) ?? []));
  }
  return seen;
}
