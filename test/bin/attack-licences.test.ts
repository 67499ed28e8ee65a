import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shipped } from "../../bin/check/licences.ts";
import { lock } from "../../bin/check/lock.ts";

const root = join(import.meta.dirname, "../..");
const SOURCES = ["core", "functions", "site", "web/src", "local"].map((name) => `packages/${name}`);

/** Every package that the sources of a folder import, types left out, which are gone when it ships. */
function imported(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/node_modules|^dist/.test(path))
    .map((path) => readFileSync(join(root, folder, path), "utf8"))
    .flatMap((text) => [
      ...text.matchAll(/^(?:\} from|(?:import|export) (?!type )[^"';=(]*?from|import) "([^"./][^"]*)"/gm),
    ])
    .map(([, name = ""]) => (/^(@[^/]+\/)?[^/]+/.exec(name) ?? [""])[0])
    .filter((name) => !isBuiltin(name) && !name.startsWith("@perennial/"));
}

test("every package that our code imports is one whose licence is checked", () => {
  const names = new Set(SOURCES.flatMap(imported));
  expect(names.size).toBeGreaterThan(20);
  const checked = new Set([...shipped(lock())].map((path) => path.replace(/^.*node_modules\//, "")));
  expect([...names].filter((name) => !checked.has(name))).toEqual([]);
});
