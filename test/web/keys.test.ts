import { expect, test } from "vitest";
import { meaning, nameOf, type Press } from "../../packages/web/src/keys/chord.ts";
import { type CommandId, commands } from "../../packages/web/src/keys/commands.ts";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const everywhere = () => 0;

test("no two commands share an id, or a key in one place", () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  for (const [when, group] of Map.groupBy(commands, ({ when }) => when)) {
    const keys = group.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size, when).toBe(keys.length);
  }
});

test("no key hides behind the beginning of another", () => {
  const keys = commands.flatMap(({ key }) => key ?? []);
  for (const key of keys) expect(keys.filter((other) => other.startsWith(`${key} `))).toEqual([]);
});

test("a chord begins, means something, or means nothing", () => {
  expect(meaning(["g"], everywhere)).toBe("begun");
  expect(meaning(["g", "t"], everywhere)).toEqual({ id: "go.talent" });
  expect(meaning(["g", "x"], everywhere)).toBeUndefined();
});

test("what nothing on the page handles means nothing", () => {
  expect(meaning(["j"], () => undefined)).toBeUndefined();
});

test("of two places where a key means something, the one opened last is meant", () => {
  const opened = (order: readonly CommandId[]) => (id: CommandId) => {
    const place = order.indexOf(id);
    return place < 0 ? undefined : place;
  };
  expect(meaning(["t"], opened(["people.tag", "person.tag"]))).toEqual({ id: "person.tag" });
  expect(meaning(["t"], opened(["people.tag"]))).toEqual({ id: "people.tag" });
});

test("a key press has the name the table uses", () => {
  expect(nameOf(press("J"))).toBe("j");
  expect(nameOf(press("J", { shiftKey: true }))).toBe("shift+j");
  expect(nameOf(press(" "))).toBe("space");
  expect(nameOf(press("Enter", { metaKey: true }))).toBe("mod+enter");
  expect(nameOf(press("Enter", { ctrlKey: true }))).toBe("mod+enter");
  expect(nameOf(press("ArrowUp", { altKey: true }))).toBe("alt+up");
  expect(nameOf(press("?", { shiftKey: true }))).toBe("?");
  expect(nameOf(press("g", { altKey: true }))).toBeUndefined();
});

test("a bracket typed with AltGr, or with Alt on a Mac, is a bracket", () => {
  expect(nameOf(press("[", { ctrlKey: true, altKey: true }))).toBe("[");
  expect(nameOf(press("]", { altKey: true }))).toBe("]");
});
