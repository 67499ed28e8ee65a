import { type Lock, lock, resolve } from "./lock.ts";
import type { Result } from "./result.ts";

/** The lock file installs on every machine: it names no registry, and what it mentions it also has. */
export function locked(): Result {
  const packages = lock();
  return { name: "lock file", problems: [...hosts(packages), ...absent(packages)] };
}

function hosts(packages: Lock) {
  return Object.entries(packages)
    .filter(([, { resolved, link }]) => resolved !== undefined && !link)
    .map(([path]) => `package-lock.json names a registry for ${path}; npm must omit it (.npmrc)`);
}

/** `npm ci` refuses a lock file without the optional packages of other platforms, and npm leaves out what a registry lacks. */
function absent(packages: Lock) {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => resolve(packages, path, name) === undefined)
      .map(
        (name) =>
          `package-lock.json lacks ${name}, which ${path || "the root"} asks for; npm ci would refuse it`,
      ),
  );
}
