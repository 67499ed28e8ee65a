import type { Item, Value } from "./item.ts";

/** What dynalite hands its parsers: it learns from them which names and values an expression leaves unused. */
interface Context {
  readonly attrNames?: Readonly<Record<string, string>>;
  readonly attrVals?: Item;
  readonly unusedAttrNames: Record<string, true>;
  readonly unusedAttrVals: Record<string, true>;
}
export interface Parser {
  parse(expression: string, options: { readonly context: Context }): unknown;
}

/** An expression as it was parsed once, with empty places for the values. */
interface Parsed {
  readonly tree: unknown;
  /** The name of the value that belongs into each place. */
  readonly values: ReadonlyMap<object, string>;
  readonly used: { readonly names: readonly string[]; readonly values: readonly string[] };
}

const KEEP = 1000;
/** What the parser decides by the values themselves, not by their types. */
const BY_VALUE = /between|attribute_type/i;

/**
 * Parses each expression once for all values of the same types: the same few dozen come again with every request, and parsing is
 * most of what a conditional write costs. What is refused is parsed anew, as its message quotes the values.
 */
export function parseOnce(parser: Parser): void {
  const parse = parser.parse.bind(parser);
  const known = new Map<string, Parsed>();
  parser.parse = (expression, options) => {
    const { context } = options;
    if (BY_VALUE.test(expression)) return parse(expression, options);
    const key = keyOf(expression, context);
    const before = known.get(key);
    if (before) return bind(before, context);
    const open = { names: Object.keys(context.unusedAttrNames), values: Object.keys(context.unusedAttrVals) };
    const tree = parse(expression, options);
    if (typeof tree === "string") return tree;
    if (known.size >= KEEP) known.clear();
    const places = Object.entries(context.attrVals ?? {}).map(([name, value]) => ({
      name,
      value,
      place: {},
    }));
    known.set(key, {
      // A copy: whoever asked may change what it was given, and no value shall be kept.
      tree: copy(tree, new Map(places.map(({ value, place }) => [value, place]))),
      values: new Map(places.map(({ name, place }) => [place, name])),
      used: {
        names: open.names.filter((name) => !(name in context.unusedAttrNames)),
        values: open.values.filter((name) => !(name in context.unusedAttrVals)),
      },
    });
    return tree;
  };
}

/** The expression with its names and the types of its values. A key condition is checked in its own way. */
function keyOf(expression: string, { attrNames, attrVals, ...flags }: Context): string {
  const types = Object.entries(attrVals ?? {}).map(([name, value]) => `${name} ${Object.keys(value)[0]}`);
  return `${expression}\n${JSON.stringify(attrNames)}\n${types.join()}\n${"isKeyCondition" in flags}`;
}

function bind({ tree, values, used }: Parsed, { attrVals = {}, unusedAttrNames, unusedAttrVals }: Context) {
  for (const name of used.names) delete unusedAttrNames[name];
  for (const name of used.values) delete unusedAttrVals[name];
  const now = new Map([...values].map(([value, name]) => [value, attrVals[name]]));
  return copy(tree, now);
}

/** A copy in which some parts are replaced. */
function copy(part: unknown, others: ReadonlyMap<object, Value | undefined>): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (others.has(part)) return others.get(part);
  if (Array.isArray(part)) return part.map((each) => copy(each, others));
  const made: Record<string, unknown> = {};
  for (const name in part) made[name] = copy(part[name as keyof typeof part], others);
  return made;
}
