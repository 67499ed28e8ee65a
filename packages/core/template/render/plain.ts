import { parseDocument } from "htmlparser2";
import { Block } from "./block.ts";

/** What of a parsed document is looked at. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** Line breaks that at least separate a block from what is before and after it. */
const APART: Readonly<Record<string, readonly [before: number, after: number]>> = {
  p: [2, 2],
  h1: [3, 2],
  h2: [3, 2],
  h3: [3, 2],
  table: [2, 2],
};
const RULE = "-".repeat(40);

/** The plain text part of a mail, from the HTML that its Markdown gave (`toHtml`): no other elements are known. */
export function toText(html: string): string {
  const root = new Block(0);
  walk(parseDocument(html).children as readonly Node[], root);
  return root.text;
}

function walk(nodes: readonly Node[], block: Block): void {
  for (const node of nodes)
    if (node.type === "text") block.say(node.data ?? "");
    else visit(node, block);
}

function visit({ name = "", attribs = {}, children = [] }: Node, block: Block): void {
  if (name === "br") block.breakLine();
  else if (name === "a") link(attribs.href ?? "", children, block);
  else if (name === "hr") within(block, [2, 2], (rule) => rule.say(RULE));
  else if (name === "blockquote") within(block, [2, 2], (quote) => walk(children, quote), quoted);
  else if (name === "ul" || name === "ol")
    list(name === "ol" ? Number(attribs.start ?? 1) : undefined, children, block);
  else if (APART[name]) within(block, APART[name], (inner) => walk(children, inner));
  else walk(children, block);
}

function within(
  block: Block,
  [before, after]: readonly [number, number],
  fill: (inner: Block) => void,
  dress = (text: string) => text,
): void {
  const inner = new Block(before);
  fill(inner);
  block.add(dress(inner.text), inner.before, Math.max(inner.owed, after));
}

const quoted = (text: string) => text.replace(/^\n+|\n+$/g, "").replace(/^/gm, "> ");

/** A link is written out in angle brackets, where mail clients find it (RFC 3986 appendix C), unless it is what is read. */
function link(href: string, children: readonly Node[], block: Block): void {
  const address = href.replace(/^mailto:/, "");
  const words = block.listen(() => walk(children, block));
  if (address && address !== words) block.say(words ? ` <${address}>` : address);
}

/** @param start number of the first item; without it the items have dashes */
function list(start: number | undefined, children: readonly Node[], block: Block): void {
  const items = children.filter(({ name }) => name === "li");
  if (items.length === 0) return;
  const indent = block.isItem ? "" : " ";
  const marks = items.map((_, at) => (start === undefined ? "- " : `${indent}${start + at}. `));
  const width = Math.max(...marks.map(({ length }) => length));
  const apart = block.isItem ? 1 : 2;
  const rows = new Block(apart);
  for (const [at, item] of items.entries()) {
    const row = new Block(1, true);
    walk(item.children ?? [], row);
    const text = (marks[at] ?? "").padEnd(width) + row.text.replaceAll("\n", `\n${" ".repeat(width)}`);
    rows.add(text, row.before, Math.max(row.owed, 1));
  }
  block.add(rows.text, rows.before, apart);
}
