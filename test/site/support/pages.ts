import { wording } from "../../../packages/core/consent/wording.ts";
import type { Locale } from "../../../packages/core/text.ts";
import type { Visit } from "../../../packages/site/frame/visit.ts";
import { Page } from "../../../packages/site/page/index.ts";

export const host = {
  name: "Acme Care",
  privacyUrl: "https://acme.example/privacy",
  imprintUrl: "https://acme.example/imprint",
  privacyEmail: "privacy@acme.example",
};

export const visitIn = (locale: Locale, name = host.name): Visit => ({
  locale,
  languages: ["en", "de"],
  host: { ...host, name },
});

/** Every page there is, in one language, with `hostile` wherever a value from outside is shown. */
export async function everyPage(locale: Locale, hostile = "Ada"): Promise<Record<string, string>> {
  const visit = visitIn(locale, hostile);
  const wordings = {
    jobNews: wording("job_news", locale, { ...host, name: hostile }),
    tracking: wording("tracking", locale, { ...host, name: hostile }),
  };
  const values = { name: hostile, email: hostile, interest: hostile };
  const wrong = ["name", "email", "interest", "jobNews", "stamp", hostile];
  const pages = {
    join: Page.join(visit, { ...wordings, stamp: "stamp" }),
    again: Page.join(visit, { ...wordings, stamp: hostile, values, wrong }),
    sent: Page.sent(visit, { email: hostile, form: "/join" }),
    confirm: Page.confirm(visit, { tracking: true }),
    already: Page.already(visit),
    confirmed: Page.confirmed(visit, { preferences: "/preferences/t" }),
    unsubscribe: Page.unsubscribe(visit),
    unsubscribed: Page.unsubscribed(visit, { kept: true, preferences: "/preferences/t" }),
    old: Page.unsubscribed(visit, { kept: true }),
    gone: Page.unsubscribed(visit, { kept: false }),
    preferences: Page.preferences(visit, { jobNews: true, tracking: false, wordings }),
    saved: Page.saved(visit, { jobNews: true, tracking: false }),
    stopped: Page.preferences(visit, { jobNews: false, tracking: false, stop: "bounce", wordings }),
    savedStopped: Page.saved(visit, { jobNews: false, tracking: false, stop: "complaint" }),
    erase: Page.erase(visit),
    erased: Page.erased(visit),
    unreadable: Page.unreadable(visit, [hostile]),
    fault: Page.fault(visit, hostile),
    closed: Page.refused({ ...visit, host: undefined }, "closed"),
    ...refusals(visit),
  };
  const named = Object.entries(pages).map(async ([name, page]) => [name, await page] as const);
  return Object.fromEntries(await Promise.all(named));
}

const refusals = (visit: Visit) =>
  Object.fromEntries(
    (["expired", "used", "invalid", "missing", "busy", "limited"] as const).map((reason) => [
      reason,
      Page.refused(visit, reason),
    ]),
  );
