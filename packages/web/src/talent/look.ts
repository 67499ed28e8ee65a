/** What people can be narrowed by, in the order it is shown. */
export const FACETS = [
  { fact: "mayWrite", words: "May we write" },
  { fact: "permissionEnds", words: "Permission ends" },
  { fact: "stage", words: "Stage" },
  { fact: "tags", words: "Tags" },
  { fact: "interests", words: "Interested in" },
  { fact: "skills", words: "Skills" },
  { fact: "city", words: "City" },
  { fact: "country", words: "Country" },
  { fact: "owner", words: "Looked after by" },
  { fact: "source", words: "Source" },
  { fact: "standing", words: "Standing" },
  { fact: "locale", words: "Language" },
] as const;

export type Facet = (typeof FACETS)[number]["fact"];
export type Only = Partial<Record<Facet, string[]>>;

export const SORTS = [
  { sort: "newest", words: "newest first" },
  { sort: "oldest", words: "oldest first" },
  { sort: "name", words: "by name" },
] as const;
export type Sort = (typeof SORTS)[number]["sort"];

/** How the list of people is looked at, all of it in the address: a link shows the same. */
export interface Look {
  readonly q?: string;
  readonly only?: Only;
  readonly segment?: string;
  /** Absent: newest first. */
  readonly sort?: Sort;
  /** Whoever is looked at beside the list. */
  readonly peek?: string;
  /** Who is selected: ids without `cnd_`, joined by dots, or `all` who are found. */
  readonly picked?: string;
}

/** A look from an address, which may hold anything. */
export function lookFrom(search: Readonly<Record<string, unknown>>): Look {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const sort = SORTS.find((known) => known.sort === search.sort)?.sort;
  return given({
    q: text("q"),
    only: onlyFrom(search.only),
    segment: text("segment"),
    sort: sort === "newest" ? undefined : sort,
    peek: text("peek"),
    picked: text("picked"),
  });
}

function onlyFrom(value: unknown): Only | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const named = new Map<string, unknown>(Object.entries(value));
  const chosen = FACETS.flatMap(({ fact }) => {
    const values = named.get(fact);
    return Array.isArray(values) && values.length > 0 ? [[fact, values.map(String)] as const] : [];
  });
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

type Wide<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Without what is undefined, which an address would otherwise name. */
export function given(look: Wide<Look>): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

/** The other values of a facet once one of them is switched. */
export function switched(only: Only = {}, fact: Facet, value: string): Only | undefined {
  const before = only[fact] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const rest = { ...only, [fact]: after };
  if (after.length === 0) delete rest[fact];
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** What the API is asked. */
export const searchOf = ({ q, only, segment, sort }: Look) => ({
  ...(q ? { words: q } : {}),
  ...(only ? { facets: only } : {}),
  ...(segment ? { segmentId: segment } : {}),
  ...(sort ? { sort } : {}),
});

/** Whether anything narrows the list. */
export const narrowed = ({ q, only, segment }: Look) =>
  q !== undefined || only !== undefined || segment !== undefined;
