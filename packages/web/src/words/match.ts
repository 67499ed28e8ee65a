/** Without accents and case: `Søren Müller` is found by `muller`. */
const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether every word that was typed begins a word of the text. */
export function matches(typed: string, text: string): boolean {
  const there = wordsOf(text);
  return wordsOf(typed).every((word) => there.some((other) => other.startsWith(word)));
}
