const grouped = new Intl.NumberFormat();
const SMALL = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `1,204`, in the reader's locale. */
export const number = (value: number) => grouped.format(value);

/** `12 people`, `1 person`. */
export const count = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`;

export const people = (value: number) => count(value, "person", "people");

/** `six people`: small numbers as words, for the beginning of a sentence. */
export const peopleInWords = (value: number) =>
  `${SMALL[value] ?? number(value)} ${value === 1 ? "person" : "people"}`;

export const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
