import type { Mutant } from "./mutants.ts";

/** A source with the mistake in it. @throws when the text that it stands in is not there just once: the mutant has to follow the source */
export function mutate(source: string, patches: Mutant["patches"]): string {
  return patches.reduce((text, { file, find, put }) => {
    const [before, after, ...more] = text.split(find);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`${file} does not hold this once: ${find}`);
    return `${before}${put}${after}`;
  }, source);
}
