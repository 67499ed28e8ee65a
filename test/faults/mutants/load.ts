import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MUTANTS } from "./mutants.ts";
import { mutate } from "./mutate.ts";

/** Preloaded by a machine that has a mistake, named by `MUTANT`: it reads the sources with the mistake in them. */
const mutant = MUTANTS[process.env.MUTANT ?? ""];
if (!mutant) throw new Error(`No mutant ${process.env.MUTANT}: ${Object.keys(MUTANTS).join(", ")}`);

const root = join(import.meta.dirname, "../../..");
const files = new Map(
  [...Map.groupBy(mutant.patches, ({ file }) => file)].map(([file, patches]) => [
    pathToFileURL(join(root, file)).href,
    patches,
  ]),
);

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const patches = files.get(url);
    if (!patches || loaded.source === undefined) return loaded;
    return { ...loaded, source: mutate(Buffer.from(loaded.source as Uint8Array).toString("utf8"), patches) };
  },
});
