import { isObject, type Pattern, PatternError, valueTest } from "./operators.ts";

export type { Pattern } from "./operators.ts";

type Event = Readonly<Record<string, unknown>>;
/** Looks at one node of the event; the whole event decides whether a field is absent. */
type Check = (node: unknown, event: Event) => boolean;

const compiled = new WeakMap<Pattern, Check>();

/**
 * Whether an event fits an EventBridge event pattern: fields are joined by and, values of a field by or
 * (EventBridge guide, "Comparison operators for use in event patterns"; event buses' semantics, which pipes share in part).
 * Throws `PatternError`, naming the field, when the pattern is none.
 */
export function matches(pattern: Pattern, event: object): boolean {
  const known = compiled.get(pattern) ?? compile(pattern, []);
  compiled.set(pattern, known);
  return known(event, event as Event);
}

/** Throws `PatternError`, naming the field, unless EventBridge would take the pattern. */
export function validate(pattern: unknown): asserts pattern is Pattern {
  compile(pattern, []);
}

function compile(pattern: unknown, path: readonly string[]): Check {
  if (!isObject(pattern) || Object.keys(pattern).length === 0)
    throw new PatternError(path, "needs an object with at least one field, or a list of values");
  const fields = Object.entries(pattern).map(([name, wanted]) => field(name, wanted, path));
  return (node, event) => elements(node).some((element) => fields.every((check) => check(element, event)));
}

function field(name: string, wanted: unknown, path: readonly string[]): Check {
  if (name === "$or") return either(wanted, path);
  const inner = [...path, name];
  const check = Array.isArray(wanted) ? oneOf(wanted, inner) : compile(wanted, inner);
  return (node, event) => check(isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined, event);
}

function either(wanted: unknown, path: readonly string[]): Check {
  if (!Array.isArray(wanted) || wanted.length < 2)
    throw new PatternError([...path, "$or"], "needs a list of at least two patterns");
  const checks = wanted.map((pattern) => compile(pattern, path));
  return (node, event) => checks.some((check) => check(node, event));
}

function oneOf(wanted: readonly unknown[], path: readonly string[]): Check {
  if (wanted.length === 0) throw new PatternError(path, "needs at least one value");
  const checks = wanted.map((value) => leaf(value, path));
  return (node, event) => checks.some((check) => check(node, event));
}

function leaf(wanted: unknown, path: readonly string[]): Check {
  if (isObject(wanted) && "exists" in wanted) {
    if (typeof wanted.exists !== "boolean" || Object.keys(wanted).length > 1)
      throw new PatternError(path, "exists takes true or false and stands alone");
    if (wanted.exists) return (node) => scalars(node).length > 0;
    // Absent means nowhere in the event: an element of a list that lacks the field isn't enough.
    return (_, event) => !present(event, path);
  }
  const test = valueTest(wanted, path);
  return (node) => scalars(node).some(test);
}

/** Lists are looked through: a pattern fits a list when it fits one element, all its fields the same one. */
const elements = (node: unknown): unknown[] => {
  const found = Array.isArray(node) ? node.flat(Infinity) : [node];
  return found.length === 0 ? [undefined] : found;
};

/** The values a leaf holds. An object is no leaf, nor is a list without values. */
const scalars = (node: unknown): unknown[] =>
  node === undefined
    ? []
    : elements(node)
        .filter((value) => value === null || typeof value !== "object")
        .filter((value) => value !== undefined);

function present(node: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return scalars(node).length > 0;
  return elements(node).some(
    (element) => isObject(element) && Object.hasOwn(element, name) && present(element[name], rest),
  );
}
