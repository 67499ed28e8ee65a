import { writeToAll } from "./campaign.ts";
import { directorySize } from "./directory-size.ts";
import { liftQuota } from "./machine.ts";
import { onPool } from "./on-pool.ts";
import { watched } from "./rated.ts";
import type { Sample } from "./sample.ts";
import { askEverybody } from "./segment.ts";

/** A campaign to so many takes long enough to be a median of its own people. */
const MANY = 1000;

/** A campaign to so many people who are there already: what it takes for each, so that two sizes can be compared. */
export async function growth({ people, rounds }: { people: number; rounds: number }): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let round = 0; round < (people > MANY ? 1 : rounds); round++) samples.push(...(await once(people)));
  return samples;
}

const once = (people: number): Promise<Sample[]> =>
  onPool({ people, rounds: 1 }, async (here) => {
    await liftQuota(here);
    const exact = await askEverybody(here, people);
    const before = await directorySize(here.data);
    const { done, parts } = await watched(here, () => writeToAll(here));
    if (done.count !== people) throw new Error(`Of ${people} people ${done.count} got the mail`);
    const kept = (await directorySize(here.data)) - before;
    const value = done.count / done.seconds;
    const each = { "ms each": 1000 / value, "kB on disk each": kept / 1000 / people };
    return [{ name: "campaign", value, parts: { ...each, ...parts, "s for the exact segment": exact } }];
  });
