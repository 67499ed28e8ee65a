import fc from "fast-check";
import * as z from "zod";
import { WORDS } from "./words.ts";

type Schema = z.core.JSONSchema.BaseSchema;

/** Values that a schema's field may be asked to swallow whatever it takes. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...WORDS),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, [], {}, [[]], { $ne: "" }, [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

/**
 * Inputs for an operation made of its own schema: most parts are what it asks for, so that they get beyond its door, and now and then
 * a part is anything.
 * @param known values for fields by name, such as ids of what is there
 */
export function inputsOf(schema: z.ZodType, known: Readonly<Record<string, readonly unknown[]>>) {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return new Inputs(root, known).of(root, "", 0);
}

const DEPTH = 4;

class Inputs {
  readonly #root: Schema;
  readonly #known: Readonly<Record<string, readonly unknown[]>>;

  constructor(root: Schema, known: Readonly<Record<string, readonly unknown[]>>) {
    this.#root = root;
    this.#known = known;
  }

  of(schema: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
    const fitting = this.#fitting(schema, name, depth);
    // The whole input stays an object: what is none is tried by itself.
    return depth === 0
      ? fitting
      : fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: anything });
  }

  #fitting(schema: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
    const known = this.#known[name];
    if (known && schema.type !== "array") return fc.constantFrom(...known);
    if (schema.$ref) return this.#referred(schema.$ref, name, depth);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map((one) => this.#fitting(one as Schema, name, depth)));
    if (schema.type === "object") return this.#object(schema, depth);
    if (schema.type === "array") return this.#array(schema, name, depth);
    return leaf(schema);
  }

  #referred(ref: string, name: string, depth: number): fc.Arbitrary<unknown> {
    const found = ref === "#" ? this.#root : this.#root.$defs?.[ref.replace("#/$defs/", "")];
    if (!found) throw new Error(`There is no ${ref} in the schema`);
    return depth > DEPTH
      ? fc.constant({})
      : fc.constant(0).chain(() => this.#fitting(found, name, depth + 1));
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    const fields = Object.entries(properties).map(
      ([name, one]) => [name, this.of(one as Schema, name, depth + 1)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  }

  #array({ items, minItems = 0 }: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
    const one = items ? this.of(items as Schema, name, depth + 1) : anything;
    return depth > DEPTH ? fc.constant([]) : fc.array(one, { minLength: minItems, maxLength: minItems + 2 });
  }
}

function leaf({ type, format, pattern, minimum = -1e308, maximum = 1e308 }: Schema): fc.Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "integer") return fc.integer({ min: Math.max(minimum, -1000), max: Math.min(maximum, 1000) });
  if (type === "number") return fc.double({ min: minimum, max: maximum, noNaN: true });
  if (type !== "string") return anything;
  const like = format ? FORMATS[format] : undefined;
  if (like) return fc.constantFrom(...like);
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length < 200);
  return fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 30 }));
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ["2026-03-02", "0001-01-01", "9999-12-31", "2026-02-30"],
  "date-time": ["2026-03-02T09:00:00Z", "9999-12-31T23:59:59.999Z"],
  email: ["ada@example.org", "a@b.c", `${"x".repeat(64)}@example.org`],
  uri: ["https://evil.example/", "https://[::1]/", "https://a@b:1/?x#y"],
};
