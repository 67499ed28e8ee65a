import { Info as Profile } from "../candidate/candidate.schema.ts";
import { Clock } from "../clock.ts";
import * as Facts from "../facts/index.ts";
import { Info as Gate } from "../gate/gate.schema.ts";
import { tracked } from "../gate/judge.ts";
import { type Item, ofKind } from "./item.ts";

/** How a person stands in the roster, made again of her profile, gate and addresses. */
export interface Listing {
  readonly candidateId: string;
  /** Empty for who is in no roster. */
  readonly made: Partial<ReturnType<typeof Facts.listing>>;
  /** What is kept otherwise: names of facts, never what they say. */
  readonly differs: readonly string[];
  /** Of profile and gate, as they were read; absent where one of them can't be, so that nothing can be made. */
  readonly revisions?: readonly [profile: number, gate: number];
}

/**
 * The roster's reading of one person beside what lies under her. Pure but for the instant. Undefined where nobody is kept, or nobody
 * any more. Who has not confirmed is in no roster.
 */
export function listingOf(items: readonly Item[]): Listing | undefined {
  const [item] = ofKind(items, "candidate");
  if (!item || isOver(item)) return undefined;
  const candidateId = String(item.candidateId);
  const broken = (what: string): Listing => ({ candidateId, made: {}, differs: [what] });
  const [gateItem] = ofKind(items, "gate");
  if (!gateItem) return broken("she has no gate");
  const [profile, gate] = [Profile.safeParse(item).data, Gate.safeParse(gateItem).data];
  if (!profile || !gate) return broken("she cannot be read");
  const hasAddress = ofKind(items, "address").some(({ primary }) => primary === true);
  const made = profile.standing === "pending" ? {} : Facts.listing(profile, gate, hasAddress);
  const revisions = [profile.revision, gate.revision] as const;
  const differs = differences(item, made).filter((name) => name !== "tracked" || !hasLapsed(gate));
  return { candidateId, made, differs, revisions };
}

/**
 * Nobody lists somebody anew because a permission to track has run out: the reading is of the day it was written, and whoever must know
 * asks the gate.
 */
const hasLapsed = (gate: Gate): boolean =>
  gate.permissions.tracking?.state === "granted" && !tracked(gate, Clock.now());

/** The table forgets it, now or a little later. */
const isOver = ({ expiresAt }: Item) => typeof expiresAt === "number" && expiresAt * 1000 <= Clock.ms();

function differences(item: Item, made: Listing["made"]): string[] {
  const [is, should] = [readingOf(item.facts), readingOf(made.facts)];
  const names = [...new Set([...Object.keys(is), ...Object.keys(should)])].sort();
  return [
    ...names.filter((name) => JSON.stringify(is[name]) !== JSON.stringify(should[name])),
    ...(item.roster === made.roster ? [] : ["shard"]),
    ...(item.listedAt === made.listedAt ? [] : ["place in the shard"]),
  ];
}

/** A reading by fact. Its facts may stand in any order: what wrote it last decides that. */
function readingOf(facts: unknown): Readonly<Record<string, unknown>> {
  if (typeof facts !== "string") return {};
  try {
    return Facts.Info.parse(JSON.parse(facts));
  } catch {
    return { "no reading": true };
  }
}
