import { type Footer, type Held, type Mail, render } from "../../packages/core/template/render/index.ts";

export const organisation = {
  name: "Müller & Söhne",
  postalAddress: "Hauptstraße 1\n04109 Leipzig\nGermany",
  privacyUrl: "https://example.org/privacy",
  imprintUrl: "https://example.org/imprint",
  privacyEmail: "privacy@example.org",
  senderName: "Careers",
  senderEmail: "careers@example.org",
  zone: "Europe/Berlin",
  languages: ["en" as const, "de" as const],
};

export const nurture: Footer = {
  kind: "nurture",
  unsubscribeUrl: "https://jobs.example.org/unsubscribe/abc",
  preferencesUrl: "https://jobs.example.org/preferences/abc",
  why: "You joined our talent community.",
};

const service = { kind: "service" as const, why: "Because you asked." };

/** Renders a body with values, as a service mail unless another footer is given. */
export const rendered = (
  body: string,
  values: Record<string, unknown> = {},
  footer: Footer = service,
  subject = "Hello",
) => render({ wording: { subject, body }, values, locale: "en", organisation, footer });

/** The mail, or the reasons why there is none. */
export function mailOf(outcome: Mail | Held): Mail {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** What the layout holds between the organisation's name and the footer. */
export const contentOf = ({ html }: Mail): string =>
  /class="content"[^>]*>\s*<div[^>]*>([\s\S]*?)<\/div>\s*<\/td>/.exec(html)?.[1] ?? "";
