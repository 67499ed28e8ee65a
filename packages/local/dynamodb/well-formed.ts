/** A field's type as dynalite's validations have it. */
export interface FieldType {
  readonly type: string;
}

/** True for what dynalite's check of types would hand back as it came, so that it need not look: nearly everything an SDK sends. */
export function isWellFormed(value: unknown, { type }: FieldType): boolean {
  if (type === "String") return typeof value === "string";
  if (type === "Boolean") return typeof value === "boolean";
  if (type === "Integer") return Number.isSafeInteger(value);
  if (type === "Map<AttributeValue>") return isMap(value, isAttribute);
  if (type === "Map<java.lang.String>") return isMap(value, isText);
  return false;
}

const isText = (value: unknown) => typeof value === "string";

function isMap(value: unknown, fits: (each: unknown) => boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  // dynalite copies names one by one, and loses this one.
  if (Object.hasOwn(value, "__proto__")) return false;
  for (const name in value) if (!fits(value[name as keyof typeof value])) return false;
  return true;
}

/** One type and nothing else. Binary and sets are left to dynalite. */
function isAttribute(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const [type, ...more] = Object.keys(value);
  if (type === undefined || more.length > 0) return false;
  const content: unknown = value[type as keyof typeof value];
  if (type === "S" || type === "N") return typeof content === "string";
  if (type === "BOOL" || type === "NULL") return typeof content === "boolean";
  if (type === "L") return Array.isArray(content) && content.every(isAttribute);
  return type === "M" && isMap(content, isAttribute);
}
