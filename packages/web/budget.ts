import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";

/** What the first page may load of script, gzipped. */
const BUDGET_KB = 250;

/** Prints how much script the first load takes, and fails the build when that is over budget. */
export function budget(): Plugin {
  return {
    name: "perennial-budget",
    apply: "build",
    writeBundle(_, bundle) {
      const kilobytes = firstLoad(bundle).reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1000;
      const words = `first load: ${kilobytes.toFixed(1)} kB of script, gzipped; budget ${BUDGET_KB} kB`;
      if (kilobytes > BUDGET_KB) this.error(words);
      this.info(words);
    },
  };
}

/** The entry and everything it imports before anything is shown; what a route loads comes later. */
function firstLoad(bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const found = new Map<string, Rollup.OutputChunk>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || found.has(name)) return;
    found.set(name, chunk);
    chunk.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle)) if (chunk.type === "chunk" && chunk.isEntry) add(chunk.fileName);
  return [...found.values()];
}
