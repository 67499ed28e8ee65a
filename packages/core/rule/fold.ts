const ASCII = /^[\x20-\x7e]*$/;

/**
 * A text as comparisons see it: letter case, accents and runs of whitespace make no difference ("Zürich" is "zurich", "Straße" is
 * "strasse"). Unicode compatibility decomposition (UAX #15) without its marks.
 */
export function fold(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  return plain.toLowerCase().replace(/\s+/g, " ").trim();
}
