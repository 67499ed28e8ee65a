import { expect, test } from "vitest";
import { mail } from "../../packages/core/invitation/mails.ts";
import { render } from "../../packages/core/template/render/index.ts";
import { welcome } from "../../packages/core/workspace/welcome.ts";
import { acme } from "../flows/support/organisation.ts";
import { accessible, WCAG } from "./support/accessible.ts";
import { visit } from "./support/visit.ts";

const organisation = { ...acme, languages: ["en", "de"] as ("en" | "de")[] };
const url = "https://jobs.acme.example/page";
const values = { name: "Ada Lovelace", first_name: "Ada", confirm_url: url, preferences_url: url };

const mails = (["en", "de"] as const).flatMap((locale) => {
  const { wording, why } = mail("confirm", locale);
  const nurture = { kind: "nurture", unsubscribeUrl: url, preferencesUrl: url, why } as const;
  return [
    { kind: "confirmation", locale, input: { wording, footer: { kind: "service", why } as const } },
    { kind: "welcome", locale, input: { wording: welcome(url)[locale] ?? wording, footer: nurture } },
  ];
});

test.each(mails)("everybody can read the $kind mail in $locale, on a phone too", ({ locale, input }) =>
  visit({ who: "candidate", device: "phone", locale: "en-US" }, async ({ page }) => {
    const rendered = render({ ...input, locale, organisation, values });
    if (!rendered.ok) throw new Error("The mail was held");
    await page.setContent(rendered.html);
    await accessible(page, WCAG);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }),
);
