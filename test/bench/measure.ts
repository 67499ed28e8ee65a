import type { Asked } from "./asked.ts";
import { cost } from "./cost.ts";
import { decisions } from "./decisions.ts";
import { FIGURES, type Name } from "./figures.ts";
import { growth } from "./growth.ts";
import { lambdas } from "./lambdas.ts";
import { lists, preview, profiles } from "./recruiting.ts";
import { arrivals, relationship, segments } from "./round.ts";
import { type Outcome, outcomeOf, type Sample } from "./sample.ts";
import { web } from "./web.ts";

type Tell = (what: string) => void;

/** Measures what is asked for, and takes the medians. @param tell what it is doing, for who waits */
export async function measure(asked: Asked, tell: Tell): Promise<Outcome[]> {
  const samples: Sample[] = [...(await rounds(asked, tell))];
  for (const name of asked.names) samples.push(...(await further(name, asked, tell)));
  return asked.names.map((name) =>
    outcomeOf(
      name,
      samples.filter((sample) => sample.name === name),
      asked.people,
    ),
  );
}

/** What one life of the product tells together. */
async function rounds({ names, people, rounds }: Asked, tell: Tell): Promise<Sample[]> {
  const any = (...some: Name[]) => some.some((name) => names.includes(name));
  const loop = any("import", "events", "rss") || (any("campaign") && people === undefined);
  const samples: Sample[] = [];
  for (let round = 1; round <= rounds && (loop || any("start", "signup")); round++) {
    tell(`Round ${round} of ${rounds}`);
    if (any("start", "signup")) samples.push(...(await arrivals()));
    if (loop) samples.push(...(await relationship()));
  }
  return samples;
}

/** What is measured by itself. */
async function further(name: Name, { people: said, rounds }: Asked, tell: Tell): Promise<Sample[]> {
  const people = said ?? FIGURES[name].people ?? 0;
  const work: Partial<Record<Name, () => Promise<Sample[]> | Sample[]>> = {
    segment100k: () => segments(rounds),
    ...(said === undefined ? {} : { campaign: () => growth({ people, rounds }) }),
    preview: () => preview({ people, rounds }),
    lists: () => lists({ people, rounds }),
    profiles: () => profiles({ people, rounds }),
    decisions: () => decisions({ rounds }),
    web: () => web({ rounds }),
    cost: () => cost({ people, tell }),
    lambdas,
  };
  const own = work[name];
  if (!own) return [];
  tell(people > 0 ? `${name}, ${people} people` : name);
  return own();
}
