/**
 * A number from 0 up to 1 that follows from a seed and from what is asked: the same question is always answered alike, in whatever
 * order questions come. FNV-1a over the words, then the last step of Mulberry32.
 */
export function chance(seed: number, ...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of words.join("\n")) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 1 | hash);
  hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
  return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export const between = (least: number, most: number, seed: number, ...words: (string | number)[]): number =>
  least + Math.floor(chance(seed, ...words) * (most - least + 1));
