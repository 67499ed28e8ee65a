import { expect, test } from "vitest";
import { meaning, nameOf, type Press } from "../../packages/web/src/keys/chord.ts";
import { commands } from "../../packages/web/src/keys/commands.ts";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const all = () => true;

test("no two commands share a key or an id, and none hides behind another", () => {
  const keys: string[] = commands.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  for (const key of keys) expect(keys.filter((other) => other.startsWith(`${key} `))).toEqual([]);
});

test("a chord begins, means something, or means nothing", () => {
  expect(meaning(["g"], all)).toBe("begun");
  expect(meaning(["g", "t"], all)).toEqual({ id: "go.talent" });
  expect(meaning(["g", "x"], all)).toBeUndefined();
});

test("what nothing on the page handles means nothing", () => {
  expect(meaning(["j"], () => false)).toBeUndefined();
});

test("a key press has the name the table uses", () => {
  expect(nameOf(press("J"))).toBe("j");
  expect(nameOf(press("Enter", { metaKey: true }))).toBe("mod+enter");
  expect(nameOf(press("Enter", { ctrlKey: true }))).toBe("mod+enter");
  expect(nameOf(press("?"))).toBe("?");
  expect(nameOf(press("g", { altKey: true }))).toBeUndefined();
});
