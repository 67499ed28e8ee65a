import { Parser } from "htmlparser2";

/** One http or https link of the HTML part, in order of appearance. `n` names it in the tracking address. */
export interface Link {
  readonly n: number;
  readonly url: string;
  readonly label: string;
  /** Rewritten to the tracking address. */
  readonly tracked: boolean;
  /** From `ses:tags="key:value;key:value"`, as a click event carries them. */
  readonly tags?: Readonly<Record<string, string[]>>;
}

export interface Rewritten {
  readonly html: string;
  readonly links: readonly Link[];
}

/** SES rewrites at most this many links of a message (SES guide, "Email metrics FAQs"). */
const MAX_TRACKED = 250;

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
interface Anchor {
  readonly attributes: Map<string, { value: string; from: number; to: number }>;
  label: string;
}

/**
 * Rewrites the links of an HTML part as SES does: `ses:no-track` keeps a link, every `ses:` attribute is taken out.
 * Only the attributes concerned are touched, all other markup stays as it was written.
 */
export function rewriteLinks(html: string, address: ((n: number) => string) | undefined): Rewritten {
  const links: Link[] = [];
  const cuts: Cut[] = [];
  let tracked = 0;
  for (const { attributes, label } of anchorsOf(html)) {
    for (const [name, { from, to }] of attributes)
      if (name.startsWith("ses:"))
        cuts.push({ from: html[from - 1] === " " ? from - 1 : from, to, text: "" });
    const href = attributes.get("href");
    if (href === undefined || !/^https?:\/\//i.test(href.value.trim())) continue;
    const n = links.length;
    const follow = address !== undefined && !attributes.has("ses:no-track") && tracked < MAX_TRACKED;
    if (follow) {
      tracked += 1;
      cuts.push({ from: href.from, to: href.to, text: `href="${address(n)}"` });
    }
    const tags = tagsOf(attributes.get("ses:tags")?.value);
    links.push({ n, url: href.value.trim(), label: label.trim(), tracked: follow, ...(tags && { tags }) });
  }
  return { html: splice(html, cuts), links };
}

function anchorsOf(html: string) {
  const found: Anchor[] = [];
  let attributes: Anchor["attributes"] = new Map();
  let open: Anchor | undefined;
  const parser = new Parser({
    onopentagname: () => {
      attributes = new Map();
    },
    onattribute: (name, value) => {
      attributes.set(name, { value, from: parser.startIndex, to: parser.endIndex });
    },
    onopentag: (name) => {
      if (name !== "a" && name !== "area") return;
      open = { attributes, label: "" };
      found.push(open);
    },
    ontext: (text) => {
      if (open) open.label += text.replace(/\s+/g, " ");
    },
    onclosetag: (name) => {
      if (name === "a") open = undefined;
    },
  });
  parser.end(html);
  return found;
}

function tagsOf(written: string | undefined) {
  if (written === undefined) return undefined;
  const pairs = written.split(";").map((pair) => pair.split(":").map((part) => part.trim()));
  return Object.fromEntries(pairs.flatMap(([key, value]) => (key && value ? [[key, [value]]] : [])));
}

function splice(text: string, cuts: readonly Cut[]) {
  const last = [...cuts].sort((a, b) => b.from - a.from);
  return last.reduce((left, cut) => left.slice(0, cut.from) + cut.text + left.slice(cut.to), text);
}
