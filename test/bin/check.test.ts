import { expect, test } from "vitest";
import { permits } from "../../bin/check/licences.ts";
import { resolve } from "../../bin/check/lock.ts";
import { functions } from "../../bin/check/measure.ts";
import { quantile } from "../../bin/check/quantile.ts";
import { draw, folders } from "../../bin/check/tree.ts";

test("a function is measured from its first line to its last, whatever kind it is", () => {
  const source = `function first() {
  return 1;
}
export const second = () => ({
  third() {
    return 3;
  },
});
class It {
  fourth = () => 4;
}`;
  const sizes = functions("it.ts", source).map(({ name, at, lines }) => `${name} ${at} ${lines}`);
  expect(sizes.sort()).toEqual(["first 1 3", "fourth 10 1", "second 4 5", "third 5 3"]);
});

test("the middle and the edge of sizes are values that occur", () => {
  const sizes = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([quantile(sizes, 0.5), quantile(sizes, 0.95), quantile([], 0.5)]).toEqual([50, 95, 0]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0)", true],
  ["MIT AND ISC", true],
  ["MIT AND GPL-3.0", false],
  ["AGPL-3.0-only", false],
  ["no licence", false],
])("licence %s ships: %s", (expression, allowed) => {
  expect(permits(expression)).toBe(allowed);
});

test("a package is found where Node finds it: the nearest folder upwards", () => {
  const lock = { "node_modules/a": {}, "node_modules/b": {}, "node_modules/a/node_modules/b": {} };
  expect(resolve(lock, "node_modules/a", "b")).toBe("node_modules/a/node_modules/b");
  expect(resolve(lock, "packages/core", "b")).toBe("node_modules/b");
  expect(resolve(lock, "node_modules/a/node_modules/b", "a")).toBe("node_modules/a");
  expect(resolve(lock, "node_modules/a", "c")).toBeUndefined();
});

test("a drawn tree names its folders, also several in one line", () => {
  const page =
    "# Page\n\n```sh\nnpm start\n```\n\n```\ninfra/        what\n  workflows/  how\npackages/core/\n  fn.ts       a file\n```\n";
  expect([...draw(page)].sort()).toEqual(["infra", "infra/workflows", "packages", "packages/core"]);
});

test("the real tree goes four folders deep", () => {
  expect([...folders(["a.ts", "a/b/c/d/e/f.ts"])].sort()).toEqual(["a", "a/b", "a/b/c", "a/b/c/d"]);
});
