import { compile, type HtmlToTextOptions } from "html-to-text";

const heading = { options: { uppercase: false } };

/** Links written out in angle brackets, where mail clients find them (RFC 3986 appendix C). */
const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
    { selector: "h1", ...heading },
    { selector: "h2", ...heading },
    { selector: "h3", ...heading },
    { selector: "ul", options: { itemPrefix: "- " } },
    { selector: "table", format: "block", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
};

/** The plain text part of a mail, from the HTML that its Markdown gave. */
export const toText: (html: string) => string = compile(OPTIONS);
