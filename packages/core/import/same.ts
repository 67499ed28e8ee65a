import { normalise } from "../candidate/email-address.ts";
import { normaliseLink } from "../candidate/link.ts";
import { type Draft, isPage } from "./draft.ts";
import { bare } from "./headers.ts";

/** What a row may be recognised by. Whoever shares what is sure is the same person; a profile may stand in the wrong row. */
function keysOf({ addresses: [first], details, name }: Draft): { sure: string[]; page?: string } {
  const address = first ? normalise(first) : undefined;
  const link = details.link && isPage(details.link) ? normaliseLink(details.link) : undefined;
  if (!address && !link) return { sure: [`=${selfKey({ name, details })}`] };
  return { sure: address ? [`@${address}`] : [], ...(link ? { page: `/${link}` } : {}) };
}

/** Who was met last with a profile. */
interface Owner {
  readonly name: string;
  readonly hasAddress: boolean;
}

/** Between two who have an address and not one name a profile says nothing: as `whose` reads it of people we have. */
function pages() {
  const owners = new Map<string, Owner>();
  return {
    /** The page, if it tells whose row this is. */
    told(page: string | undefined, { name, addresses }: Draft): string[] {
      if (!page) return [];
      const owner = owners.get(page);
      const row = { name: bare(name), hasAddress: addresses.length > 0 };
      if (owner?.hasAddress && row.hasAddress && owner.name !== row.name) return [];
      owners.set(page, { name: row.name, hasAddress: row.hasAddress || (owner?.hasAddress ?? false) });
      return [page];
    },
  };
}

/** All there is to recognise somebody by who has neither address nor profile. */
export const selfKey = ({
  name,
  details: { phone = "", company = "", city = "" },
}: Pick<Draft, "name" | "details">) => [name, phone, company, city].map(bare).join("|");

/** More rows about one person are a mistake of whoever made the file. */
const MOST_ROWS = 50;

interface Entry {
  readonly group: number;
  readonly seconds: readonly string[];
}

/** Brings the rows of one person together, whatever key they share, and tells whose an address is that several claim. */
export function crowd() {
  const parents: number[] = [];
  const sizes: number[] = [];
  const byKey = new Map<string, number>();
  const entries = new Map<number, Entry>();
  const owned = pages();
  const root = (group: number): number => {
    const parent = parents[group] ?? group;
    if (parent === group) return group;
    const top = root(parent);
    parents[group] = top;
    return top;
  };
  /** The group of these keys; groups that turn out to be one person become one. */
  function groupOf(keys: readonly string[]): number {
    const met = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []).map(root))].sort((a, b) => a - b);
    const group = met[0] ?? parents.push(parents.length) - 1;
    sizes[group] = 1 + met.reduce((sum, other) => sum + (sizes[other] ?? 0), 0);
    for (const other of met) parents[other] = group;
    for (const key of keys) byKey.set(key, group);
    return group;
  }
  return {
    /** Takes the next row in. Answers how often its person stood in the file by now; `undefined` when that is too often. */
    add(row: number, draft: Draft): number | undefined {
      const { sure, page } = keysOf(draft);
      const group = groupOf([...sure, ...owned.told(page, draft)]);
      const times = sizes[group] ?? 1;
      if (times > MOST_ROWS) return undefined;
      entries.set(row, {
        group,
        seconds: draft.addresses.slice(1).flatMap((typed) => normalise(typed) ?? []),
      });
      return times;
    },
    /** Rows by person, each person's in order, in the order of her first row. */
    groups: (): number[][] => [
      ...Map.groupBy(entries.keys(), (row) => root(entries.get(row)?.group ?? row)).values(),
    ],
    taken: () => takenIn(entries, (key) => byKey.get(key), root),
  };
}

/** Second addresses by row, normalised, that are another person's: her first one, or claimed by an earlier row. */
function takenIn(
  entries: ReadonlyMap<number, Entry>,
  groupOf: (key: string) => number | undefined,
  root: (group: number) => number,
): Map<number, Set<string>> {
  const claims = new Map<string, number>();
  const holderOf = (address: string, group: number) => {
    const first = groupOf(`@${address}`);
    if (first !== undefined) return root(first);
    if (!claims.has(address)) claims.set(address, group);
    return claims.get(address);
  };
  const found = [...entries].map(([row, { group, seconds }]) => {
    const own = root(group);
    return [row, new Set(seconds.filter((address) => holderOf(address, own) !== own))] as const;
  });
  return new Map(found.filter(([, addresses]) => addresses.size > 0));
}
