import type { Settings } from "../../organisation/organisation.schema.ts";
import type { Locale } from "../../text.ts";
import { escapeHtml } from "./escape.ts";
import { de } from "./strings.de.ts";
import { en } from "./strings.en.ts";

const STRINGS = { en, de } as const satisfies Record<Locale, typeof en>;

/** What stands under a mail: why it came, and for a campaign's mail how to change or end it. */
export type Footer =
  | {
      readonly kind: "nurture";
      readonly unsubscribeUrl: string;
      readonly preferencesUrl: string;
      readonly why: string;
    }
  | { readonly kind: "service"; readonly why: string };

interface Link {
  readonly words: string;
  readonly url: string;
}

interface Line {
  readonly words?: string;
  readonly links?: readonly Link[];
}

/** The footer in both parts of a mail. Its links are never tracked: leaving is nobody's figure. */
export function footerOf(footer: Footer, locale: Locale, organisation: Settings) {
  const lines = linesOf(footer, locale, organisation);
  return { html: lines.map(htmlOf).join("\n"), text: lines.map(textOf).join("\n\n") };
}

function linesOf(
  footer: Footer,
  locale: Locale,
  { name, postalAddress, privacyUrl, imprintUrl }: Settings,
): Line[] {
  const strings = STRINGS[locale];
  const nurture = footer.kind === "nurture";
  const imprint = imprintUrl ? [{ words: strings.imprint, url: imprintUrl }] : [];
  return [
    { words: nurture ? `${footer.why} ${strings.often}` : footer.why },
    ...(nurture
      ? [
          {
            links: [
              { words: strings.unsubscribe, url: footer.unsubscribeUrl },
              { words: strings.preferences, url: footer.preferencesUrl },
            ],
          },
        ]
      : []),
    { words: postalAddress.startsWith(name) ? postalAddress : `${name}\n${postalAddress}` },
    { links: [{ words: strings.privacy, url: privacyUrl }, ...imprint] },
  ];
}

function htmlOf({ words, links }: Line): string {
  const said = escapeHtml(words ?? "").replaceAll("\n", "<br>");
  const led = links?.map(
    ({ words, url }) =>
      `<a ses:no-track class="quiet" href="${escapeHtml(url)}" style="color:#6b665e;text-decoration:underline">${escapeHtml(words)}</a>`,
  );
  return `<p style="margin:0 0 12px">${said}${led?.join(" &nbsp; ") ?? ""}</p>`;
}

const textOf = ({ words, links }: Line): string =>
  words ?? links?.map((link) => `${link.words}: ${link.url}`).join("\n") ?? "";
