import type * as Facts from "../facts/index.ts";
import { fold } from "../rule/fold.ts";

/** Letters that keep their shape when accents go. */
const SHAPED: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", æ: "a", œ: "o", ı: "i" };
/** The German way to write a letter without its dots. */
const DOTLESS = /([aou])e/g;

/** As fold, and so that "Müller" and "Mueller" are the same: who searches does not know how it was written. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[øłđæœı]/g, (letter) => SHAPED[letter] ?? letter)
    .replace(DOTLESS, "$1");

/** Each word by what it holds, and where it may begin: not within another. */
const wordsIn = (text: string) =>
  (plain(text).match(/[\p{L}\p{N}+#]+/gu) ?? []).map((word) => ({
    word,
    begins: new RegExp(`(?<![\\p{L}\\p{N}+#])${word.replaceAll("+", "\\+")}`, "u"),
  }));

/** A predicate: each word begins a word of the name, title, company, city or a tag. */
export function matching(words: string): (facts: Facts.Info) => boolean {
  const sought = wordsIn(words);
  if (sought.length === 0) return () => true;
  return ({ name, title = "", company = "", city = "", tags }) => {
    const text = plain([name, title, company, city, ...tags].join("\n"));
    return sought.every(({ word, begins }) => text.includes(word) && begins.test(text));
  };
}
