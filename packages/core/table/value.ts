/** A value as DynamoDB has it on the wire: exactly one of these fields (API AttributeValue). */
export interface Wire {
  readonly S?: string;
  readonly N?: string;
  /** Base64. */
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: true;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly Wire[];
  readonly M?: Readonly<Record<string, Wire>>;
}

/** A native value on its way to the table, as lib-dynamodb writes it: what is undefined is left out. */
export function toWire(value: unknown): Wire {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: numeral(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (typeof value === "bigint") return { N: String(value) };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter(isThere).map(toWire) };
  if (value instanceof Set) return setOf([...value].filter(isThere));
  if (value instanceof Uint8Array) return { B: base64(value) };
  if (isPlain(value)) return { M: fieldsOf(value) };
  throw new Error(`Unsupported type passed: ${value}`);
}

function fieldsOf(object: Readonly<Record<string, unknown>>) {
  const fields: Record<string, Wire> = {};
  for (const name in object) if (isThere(object[name])) fields[name] = toWire(object[name]);
  return fields;
}

const isThere = (value: unknown) => value !== undefined && typeof value !== "function";

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** DynamoDB knows more digits than a double holds: beyond these a number would be another one when it comes back. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Special numeric value ${value} is not allowed`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Error(`Number ${value} is not a safe integer`);
  return String(value);
}

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

/** A set holds one type and is never empty (developer guide, "Data types"). */
function setOf(all: readonly unknown[]): Wire {
  const wires = all.map(toWire);
  for (const type of ["S", "N", "B"] as const) {
    const found = wires.map((wire) => wire[type]).filter((text) => text !== undefined);
    if (found.length > 0 && found.length === all.length) return { [`${type}S`]: found };
  }
  throw new Error("A set needs values, all of them strings, numbers or binary");
}

/** A value from the table as native ones: sets as `Set`, binary as bytes, integers no double can hold as `bigint`. */
export function fromWire({ S, N, B, BOOL, NULL, L, M, ...sets }: Wire): unknown {
  if (S !== undefined) return S;
  if (N !== undefined) return numberOf(N);
  if (M !== undefined) return nativeOf(M);
  if (L !== undefined) return L.map(fromWire);
  if (BOOL !== undefined) return BOOL;
  if (NULL) return null;
  if (B !== undefined) return bytesOf(B);
  if (sets.SS) return new Set(sets.SS);
  if (sets.NS) return new Set(sets.NS.map(numberOf));
  if (sets.BS) return new Set(sets.BS.map(bytesOf));
  throw new Error(`Unsupported type: ${Object.keys(sets)}`);
}

function nativeOf(fields: Readonly<Record<string, Wire>>) {
  const native: Record<string, unknown> = {};
  for (const name in fields) native[name] = fromWire(fields[name] ?? {});
  return native;
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

function numberOf(text: string): number | bigint {
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER ? BigInt(text) : value;
}
