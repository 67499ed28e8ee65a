import type { Tally } from "../metric/index.ts";
import * as Organisation from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { entities } from "../service.ts";
import * as Template from "../template/index.ts";
import type { Rhythm } from "./advance.ts";
import type { Info, Step } from "./campaign.schema.ts";
import { purse } from "./purse.ts";
import { rhythm } from "./rhythm.ts";

/** What one worker reads once and shares over its people. */
export interface Bench {
  readonly campaign: Info;
  readonly organisation: Settings;
  readonly policy: Rhythm;
  readonly template: (templateId: string) => Promise<Template.Info | undefined>;
  /** The steps of the version somebody entered by. */
  readonly journey: (version: number) => Promise<readonly Step[]>;
  readonly purse: ReturnType<typeof purse>;
}

/** What somebody shares with those who are looked at beside her. */
export interface Turn {
  /** How many may still want a token of the quota, she among them. */
  readonly people: number;
  readonly tally: Tally;
}

export async function benchOf(campaign: Info): Promise<Bench> {
  const [organisation, policy] = await Promise.all([Organisation.required(), rhythm()]);
  return {
    campaign,
    organisation,
    policy,
    template: cached(Template.read),
    journey: cached((version) => journeyOf(campaign, version)),
    purse: purse(),
  };
}

/** Reads each thing once, however many ask for it at the same time. */
function cached<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}

/** Versions are kept from the launch on; where one is missing, what is written now stands in for it. */
export async function journeyOf(
  { campaignId, version, steps }: Info,
  wanted: number,
): Promise<readonly Step[]> {
  if (wanted === version) return steps;
  const { data } = await entities.journey.get({ campaignId, version: wanted }).go({ consistent: true });
  return (data?.steps as readonly Step[] | undefined) ?? steps;
}
