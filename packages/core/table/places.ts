/**
 * Where values lie in a request or an answer, as each command of lib-dynamodb says it: `null` here, nothing named in each field,
 * `*` one level below each field, else below the named fields.
 */
export type Places = null | { readonly [field: string]: Places };

type Convert = (value: unknown) => unknown;
type Fields = Readonly<Record<string, unknown>>;

/** The same request or answer with each value converted. */
export function convertAt(places: Places, part: unknown, convert: Convert): unknown {
  if (part === undefined || part === null) return part;
  if (places === null) return convert(part);
  const named = Object.keys(places);
  if (named.length === 0) return each(part, convert);
  if (named.length === 1 && named[0] === "*")
    return each(part, (below) => convertAt(places["*"] ?? null, below, convert));
  const made: Record<string, unknown> = { ...(part as Fields) };
  for (const name of named)
    if (made[name] !== undefined) made[name] = convertAt(places[name] ?? null, made[name], convert);
  return made;
}

function each(part: unknown, convert: Convert): unknown {
  if (Array.isArray(part)) return part.map(convert);
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part as Fields))
    if (value !== undefined) made[name] = convert(value);
  return made;
}
