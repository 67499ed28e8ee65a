import { describe, expect, test } from "vitest";
import { rules } from "../../infra/index.ts";
import { matches, validate } from "../../packages/local/bus/match.ts";

/** Cases of the EventBridge guide, "Comparison operators for use in event patterns", and of Event Ruler's documentation. */
const event = {
  source: "crm.mail",
  "detail-type": "Mail Opened",
  time: "2017-10-02T18:43:48Z",
  resources: ["arn:a", "arn:b"],
  detail: {
    state: "running",
    count: 5,
    limit: 301.8,
    nothing: null,
    empty: "",
    yes: true,
    v4: "10.0.0.77",
    v6: "2001:db8::7",
    path: "dir/a/lib/x.png",
    stars: "a*b\\c",
    tags: ["a", "b"],
    none: [],
    user: { state: "Active" },
    answers: [
      { id: 1, ok: true },
      { id: 2, ok: false, extra: "e" },
    ],
  },
};

const cases: [name: string, detail: object, fits: boolean][] = [
  ["equal", { state: ["running"] }, true],
  ["one of several", { state: ["stopped", "running"] }, true],
  ["all fields", { state: ["running"], count: [6] }, false],
  ["number", { count: [5] }, true],
  ["a text is no number", { count: ["5"] }, false],
  ["boolean", { yes: [true] }, true],
  ["null", { nothing: [null] }, true],
  ["null is not empty", { empty: [null] }, false],
  ["null is not absent", { missing: [null] }, false],
  ["empty text", { empty: [""] }, true],
  ["nested", { user: { state: ["Active"] } }, true],
  ["a list has one of them", { tags: ["b", "z"] }, true],
  ["a list has none of them", { tags: ["z"] }, false],
  ["one element fits all fields", { answers: { id: [2], ok: [false] } }, true],
  ["no element fits all fields", { answers: { id: [2], ok: [true] } }, false],
  ["prefix", { path: [{ prefix: "dir/" }] }, true],
  ["prefix of a number", { count: [{ prefix: "5" }] }, false],
  ["prefix ignoring case", { state: [{ prefix: { "equals-ignore-case": "RUN" } }] }, true],
  ["suffix", { path: [{ suffix: ".png" }] }, true],
  ["suffix ignoring case", { state: [{ suffix: { "equals-ignore-case": "ING" } }] }, true],
  ["equals-ignore-case", { user: { state: [{ "equals-ignore-case": "aCTIVE" }] } }, true],
  ["wildcard", { path: [{ wildcard: "dir/*.png" }] }, true],
  ["wildcard in several places", { path: [{ wildcard: "*/lib/*" }] }, true],
  ["wildcard takes the whole value", { path: [{ wildcard: "lib/*" }] }, false],
  ["wildcard: a dot is a dot", { path: [{ wildcard: "*xpng" }] }, false],
  ["wildcard with escapes", { stars: [{ wildcard: "a\\*b\\\\*" }] }, true],
  ["anything-but", { state: [{ "anything-but": "running" }] }, false],
  ["anything-but another", { state: [{ "anything-but": "stopped" }] }, true],
  ["anything-but a list", { state: [{ "anything-but": ["stopped", "running"] }] }, false],
  ["anything-but numbers", { limit: [{ "anything-but": [100, 200] }] }, true],
  ["anything-but needs the field", { missing: [{ "anything-but": "x" }] }, false],
  ["anything-but prefix", { state: [{ "anything-but": { prefix: "run" } }] }, false],
  ["anything-but prefixes", { state: [{ "anything-but": { prefix: ["stop", "pend"] } }] }, true],
  ["anything-but suffix", { path: [{ "anything-but": { suffix: ".png" } }] }, false],
  ["anything-but ignoring case", { state: [{ "anything-but": { "equals-ignore-case": "RUNNING" } }] }, false],
  ["anything-but wildcard", { path: [{ "anything-but": { wildcard: "*/lib/*" } }] }, false],
  ["anything-but wildcards", { path: [{ "anything-but": { wildcard: ["*/bin/*", "*.gif"] } }] }, true],
  ["numeric equal", { limit: [{ numeric: ["=", 3.018e2] }] }, true],
  ["numeric range", { count: [{ numeric: [">", 0, "<=", 5] }] }, true],
  ["numeric outside", { count: [{ numeric: [">", 5] }] }, false],
  ["numeric of a text", { state: [{ numeric: [">", 0] }] }, false],
  ["cidr", { v4: [{ cidr: "10.0.0.0/24" }] }, true],
  ["cidr of others", { v4: [{ cidr: "10.0.1.0/24" }] }, false],
  ["cidr of all", { v4: [{ cidr: "0.0.0.0/0" }] }, true],
  ["cidr, IPv6", { v6: [{ cidr: "2001:db8::/32" }] }, true],
  ["cidr, IPv6 of others", { v6: [{ cidr: "2001:db9::/32" }] }, false],
  ["cidr of no address", { state: [{ cidr: "10.0.0.0/24" }] }, false],
  ["exists", { count: [{ exists: true }] }, true],
  ["exists, though null", { nothing: [{ exists: true }] }, true],
  ["exists in no absent field", { missing: [{ exists: true }] }, false],
  ["exists for no object", { user: [{ exists: true }] }, false],
  ["absent", { missing: [{ exists: false }] }, true],
  ["absent with its parent", { gone: { further: { missing: [{ exists: false }] } } }, true],
  ["absent, for it is an object", { user: [{ exists: false }] }, true],
  ["absent, for the list is empty", { none: [{ exists: false }] }, true],
  ["not absent", { count: [{ exists: false }] }, false],
  ["absent in one element only", { answers: { extra: [{ exists: false }] } }, false],
  ["absent or equal", { missing: [{ exists: false }, "x"] }, true],
  ["or", { $or: [{ state: ["stopped"] }, { count: [{ numeric: ["=", 5] }] }] }, true],
  ["neither", { $or: [{ state: ["stopped"] }, { count: [9] }] }, false],
  ["or, nested", { user: { $or: [{ state: ["Active"] }, { role: ["x"] }] }, yes: [true] }, true],
  ["or and", { $or: [{ state: ["running"] }, { count: [5] }], yes: [false] }, false],
  ["a field of the prototype", { toString: [{ exists: true }] }, false],
];

test.each(cases)("%s", (_, detail, fits) => {
  expect(matches({ detail }, event)).toBe(fits);
});

test("the envelope's own fields", () => {
  const pattern = {
    source: [{ prefix: "crm." }],
    "detail-type": ["Mail Opened"],
    resources: ["arn:b"],
    time: [{ prefix: "2017-10-02" }],
  };
  expect(matches(pattern, event)).toBe(true);
});

describe("a pattern EventBridge would refuse says which field and why", () => {
  test.each([
    [{}, "The pattern: needs an object with at least one field"],
    [{ detail: "x" }, "detail: needs an object"],
    [{ detail: { state: [] } }, "detail.state: needs at least one value"],
    [{ detail: { state: [{ like: "x" }] } }, "detail.state: unknown operator like"],
    [{ detail: { state: [{ prefix: "a", suffix: "b" }] } }, "detail.state: a value is"],
    [{ detail: { state: [["x"]] } }, "detail.state: a value is"],
    [{ detail: { state: [{ prefix: 5 }] } }, "detail.state: prefix takes a text"],
    [{ detail: { state: [{ wildcard: "a**b" }] } }, "detail.state: wildcard can't have two"],
    [{ detail: { state: [{ wildcard: "a\\b" }] } }, "detail.state: wildcard: a backslash"],
    [{ detail: { count: [{ numeric: [">"] }] } }, "detail.count: numeric takes a list"],
    [{ detail: { count: [{ numeric: ["!=", 1] }] } }, "detail.count: numeric can't compare by !="],
    [{ detail: { count: [{ numeric: [">", 6e9] }] } }, "detail.count: numeric takes numbers between"],
    [{ detail: { ip: [{ cidr: "10.0.0.0/33" }] } }, "detail.ip: cidr takes a block"],
    [{ detail: { state: [{ exists: "no" }] } }, "detail.state: exists takes true or false"],
    [{ detail: { state: [{ "anything-but": ["a", 1] }] } }, "detail.state: anything-but takes"],
    [{ detail: { state: [{ "anything-but": { cidr: "10.0.0.0/8" } }] } }, "detail.state: anything-but takes"],
    [{ $or: [{ source: ["a"] }] }, "$or: needs a list of at least two"],
  ])("%j", (pattern, reason) => {
    expect(() => validate(pattern)).toThrow(reason);
  });
  test("and every rule of ours is taken", () => {
    for (const rule of rules) expect(() => validate(rule.pattern)).not.toThrow();
  });
});
