import MarkdownIt, { type MarkdownIt as Reader, type Token } from "markdown-it";
import sanitize from "sanitize-html";

/** What a link in a mail may lead to. */
const LINK = /^(https?:\/\/|mailto:)/i;

const EVERGREEN = "#1e6b52";
const BUTTON = `background-color:${EVERGREEN};border-radius:8px;padding:12px 24px`;

/** The look of each element, inline: many mail clients know no style sheet. */
const LOOK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  p: { style: "margin:0 0 16px" },
  h1: { style: "margin:0 0 16px;font-size:28px;line-height:36px;font-weight:600" },
  h2: { style: "margin:24px 0 12px;font-size:20px;line-height:28px;font-weight:600" },
  h3: { style: "margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:600" },
  ul: { style: "margin:0 0 16px;padding-left:24px" },
  ol: { style: "margin:0 0 16px;padding-left:24px" },
  li: { style: "margin:0 0 4px" },
  blockquote: { style: "margin:0 0 16px;padding-left:16px;border-left:3px solid #c98a1b" },
  hr: { style: "margin:24px 0;border:0;border-top:1px solid #e7e3dc" },
  table: { role: "presentation", cellpadding: "0", cellspacing: "0", style: "margin:24px 0" },
  td: { class: "button", bgcolor: EVERGREEN, style: BUTTON },
  a: { class: "link", style: `color:${EVERGREEN};text-decoration:underline` },
};
const BUTTON_LINK = { style: "color:#ffffff;font-weight:600;text-decoration:none" };

const INLINE = ["strong", "em", "br", "tbody", "tr"];

/** Markdown without its code, pictures and tables: a mail is words, links and one button. */
function reader(): Reader {
  const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });
  markdown.disable(["code", "fence", "backticks", "image", "table", "strikethrough"]);
  markdown.validateLink = (url) => LINK.test(url);
  markdown.core.ruler.push("button", ({ tokens }) => {
    for (const [at, token] of tokens.entries()) {
      const [opening, closing] = [tokens[at - 1], tokens[at + 1]];
      if (opening?.type !== "paragraph_open" || opening.level !== 0 || !closing || !isOneLink(token))
        continue;
      token.children?.[0]?.attrSet("class", "button");
      opening.type = "button_open";
      closing.type = "button_close";
    }
  });
  markdown.renderer.rules.button_open = () => "<table><tbody><tr><td>";
  markdown.renderer.rules.button_close = () => "</td></tr></tbody></table>\n";
  return markdown;
}

function isOneLink({ children }: Token): boolean {
  const links = children?.filter(({ type }) => type === "link_open") ?? [];
  return links.length === 1 && children?.at(0) === links[0] && children?.at(-1)?.type === "link_close";
}

/**
 * Markdown as harmless HTML; a paragraph that holds nothing but a link becomes the button.
 * @param untracked whether SES must leave the link to this address as it is
 */
export function toHtml(markdown: string, untracked: (url: string) => boolean): string {
  return sanitize(reader().render(markdown), {
    allowedTags: [...Object.keys(LOOK), ...INLINE],
    allowedAttributes: {
      "*": ["style", "class", "role"],
      a: ["href", "ses:no-track"],
      table: ["cellpadding", "cellspacing"],
      td: ["bgcolor"],
      ol: ["start"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: { "*": dress(untracked) },
  });
}

/** Gives an element our look, and takes away every attribute that is neither a link's address nor a list's first number. */
function dress(untracked: (url: string) => boolean): sanitize.Transformer {
  return (tagName, { href, start, class: kind }) => {
    const look = tagName === "a" && kind === "button" ? BUTTON_LINK : LOOK[tagName];
    const apart = href && untracked(href) ? { "ses:no-track": "" } : {};
    return { tagName, attribs: { ...(href && { href }), ...(start && { start }), ...apart, ...look } };
  };
}
