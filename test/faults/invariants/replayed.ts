import type { Part } from "../../../packages/core/rebuild/index.ts";
import type { Invariant } from "../invariant.ts";

/** The product itself finds its figures and its roster as its log says; other code of ours says the same. */
export const replayed: Invariant = {
  name: "a replay of the log finds nothing to put right",
  query: "npm run replay",
  check: ({ rebuilt }) =>
    Object.entries<Part>({ ...rebuilt }).flatMap(([kind, { busy, named }]) => [
      ...named.map((what) => ({ what: `${kind}: ${what}` })),
      ...(busy > 0 ? [{ what: `${busy} of ${kind} are still changing` }] : []),
    ]),
};
