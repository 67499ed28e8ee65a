/** What HTML collapses between words. */
const WORDS = /[^ \t\r\n\f\u200b]+/g;
const STARTS = /^[ \t\r\n\f\u200b]/;
const ENDS = /[ \t\r\n\f\u200b]$/;

/** A block of plain text as it grows: words in lines, and the line breaks that it owes to what comes next. */
export class Block {
  text = "";
  /** Line breaks before it, at least; once it begins with a block, those of that one. */
  before: number;
  owed = 0;
  readonly isItem: boolean;
  private spaced = false;
  private lineOpen = false;
  private heard: string[] | undefined;

  /** @param isItem whether it is directly an item of a list */
  constructor(before: number, isItem = false) {
    this.before = before;
    this.isItem = isItem;
  }

  /** Words, with white space as HTML has it. */
  say(text: string): void {
    const words = text.match(WORDS) ?? [];
    if (text === "" || (this.owed > 0 && words.length === 0)) return;
    if (this.owed > 0) for (let line = 0; line < this.owed; line++) this.breakLine();
    this.owed = 0;
    for (const [at, word] of words.entries()) this.push(word, at > 0 || this.spaced || STARTS.test(text));
    this.spaced = (this.spaced && words.length === 0) || ENDS.test(text);
  }

  private push(word: string, apart: boolean): void {
    this.text += apart && this.lineOpen ? ` ${word}` : word;
    this.lineOpen = true;
    this.heard?.push(word);
  }

  breakLine(): void {
    this.text += "\n";
    this.lineOpen = false;
  }

  /** A finished block inside this one. */
  add(text: string, before: number, after: number): void {
    const apart = Math.max(this.owed, before);
    if (this.text === "") this.before = apart;
    this.text += this.text === "" ? text : "\n".repeat(apart) + text;
    this.lineOpen = false;
    this.owed = after;
  }

  /** The words said meanwhile, without what is between them. */
  listen(run: () => void): string {
    const heard: string[] = [];
    this.heard = heard;
    run();
    this.heard = undefined;
    return heard.join("");
  }
}
