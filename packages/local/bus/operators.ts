import { BlockList, isIP } from "node:net";

/** An EventBridge event pattern: the shape of the events wanted, with lists of values at the leaves. */
export type Pattern = Readonly<Record<string, unknown>>;

/** A pattern EventBridge would refuse; the message names the field. */
export class PatternError extends Error {
  override readonly name = "InvalidEventPatternException";
  constructor(path: readonly string[], reason: string) {
    super(`Event pattern is not valid. ${path.join(".") || "The pattern"}: ${reason}`);
  }
}

export type Test = (value: unknown) => boolean;
type Path = readonly string[];

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const operators: Readonly<Record<string, (argument: unknown, path: Path) => Test>> = {
  prefix: (argument, path) => affix("prefix", argument, path),
  suffix: (argument, path) => affix("suffix", argument, path),
  "equals-ignore-case": (argument, path) => {
    const wanted = text(argument, path, "equals-ignore-case").toLowerCase();
    return onText((value) => value.toLowerCase() === wanted);
  },
  wildcard: (argument, path) => wildcard(text(argument, path, "wildcard"), path),
  cidr: (argument, path) => cidr(text(argument, path, "cidr"), path),
  numeric: (argument, path) => numeric(argument, path),
  "anything-but": (argument, path) => anythingBut(argument, path),
};

/** What one entry in a leaf's list asks of a value: equality, or an operator. */
export function valueTest(wanted: unknown, path: Path): Test {
  if (wanted === null || ["string", "number", "boolean"].includes(typeof wanted))
    return (value) => value === wanted;
  const [entry, ...more] = isObject(wanted) ? Object.entries(wanted) : [];
  if (!entry || more.length > 0)
    throw new PatternError(
      path,
      "a value is a text, a number, true, false, null, or an object with one operator",
    );
  const [name, argument] = entry;
  const make = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!make) throw new PatternError(path, `unknown operator ${name}`);
  return make(argument, path);
}

const onText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value === "string" && test(value);

function text(argument: unknown, path: Path, name: string): string {
  if (typeof argument !== "string") throw new PatternError(path, `${name} takes a text`);
  return argument;
}

function affix(name: "prefix" | "suffix", argument: unknown, path: Path): Test {
  const has = (value: string, wanted: string) =>
    name === "prefix" ? value.startsWith(wanted) : value.endsWith(wanted);
  if (isObject(argument) && "equals-ignore-case" in argument) {
    const wanted = text(
      argument["equals-ignore-case"],
      path,
      `${name} with equals-ignore-case`,
    ).toLowerCase();
    return onText((value) => has(value.toLowerCase(), wanted));
  }
  const wanted = text(argument, path, name);
  return onText((value) => has(value, wanted));
}

/** `*` stands for any characters; a backslash makes a `*` or a backslash mean itself. Two `*` in a row are refused. */
function wildcard(pattern: string, path: Path): Test {
  let source = "";
  for (const [token] of pattern.matchAll(/\\.?|\*+|[^\\*]+/gs)) {
    if (token.startsWith("*") && token.length > 1)
      throw new PatternError(path, "wildcard can't have two asterisks in a row");
    if (token.startsWith("\\") && token !== "\\*" && token !== "\\\\")
      throw new PatternError(path, "wildcard: a backslash stands before an asterisk or a backslash only");
    source += token === "*" ? ".*" : literal(token.startsWith("\\") ? token.slice(1) : token);
  }
  const whole = new RegExp(`^${source}$`, "s");
  return onText((value) => whole.test(value));
}

const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function cidr(block: string, path: Path): Test {
  const [net = "", bits = ""] = block.split("/");
  const family = isIP(net);
  const valid = family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  if (!valid) throw new PatternError(path, `cidr takes a block of IPv4 or IPv6 addresses, not ${block}`);
  const subnet = new BlockList();
  subnet.addSubnet(net, Number(bits), family === 4 ? "ipv4" : "ipv6");
  return onText((value) => isIP(value) === family && subnet.check(value, family === 4 ? "ipv4" : "ipv6"));
}

const comparisons: Readonly<Record<string, (value: number, than: number) => boolean>> = {
  "=": (value, than) => value === than,
  "<": (value, than) => value < than,
  "<=": (value, than) => value <= than,
  ">": (value, than) => value > than,
  ">=": (value, than) => value >= than,
};

/** EventBridge compares numbers between -5.0e9 and +5.0e9. */
const LARGEST = 5e9;

function numeric(argument: unknown, path: Path): Test {
  const pairs: unknown[] = Array.isArray(argument) ? argument : [];
  if (pairs.length !== 2 && pairs.length !== 4)
    throw new PatternError(
      path,
      "numeric takes a list of one or two comparisons, each an operator and a number",
    );
  const tests = [0, 2].slice(0, pairs.length / 2).map((at) => {
    const [sign, than] = [pairs[at], pairs[at + 1]];
    const compare =
      typeof sign === "string" && Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined;
    if (!compare) throw new PatternError(path, `numeric can't compare by ${String(sign)}`);
    if (typeof than !== "number" || Math.abs(than) > LARGEST)
      throw new PatternError(path, "numeric takes numbers between -5e9 and 5e9");
    return (value: number) => compare(value, than);
  });
  return (value) => typeof value === "number" && tests.every((test) => test(value));
}

const negatable = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

function anythingBut(argument: unknown, path: Path): Test {
  if (isObject(argument)) {
    const [[name, inner] = ["", undefined], ...more] = Object.entries(argument);
    if (!negatable.includes(name) || more.length > 0)
      throw new PatternError(path, `anything-but takes values or one of ${negatable.join(", ")}`);
    const tests = list(inner).map((one) => valueTest({ [name]: one }, path));
    return (value) => !tests.some((test) => test(value));
  }
  const values = list(argument);
  const uniform = ["string", "number"].some((type) => values.every((value) => typeof value === type));
  if (values.length === 0 || !uniform)
    throw new PatternError(path, "anything-but takes a text, a number, or a list of either");
  return (value) => !values.includes(value);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
