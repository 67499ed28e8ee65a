import * as Candidate from "../candidate/index.ts";
import { Config } from "../config.ts";
import type { Content } from "../message/compose.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import * as Template from "../template/index.ts";

type Written =
  | {
      readonly ok: true;
      readonly content: Content;
      readonly unsubscribeUrl: string;
      /** It tells her where we have her data from. */
      readonly notice: boolean;
    }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Writes the mail to her in her language, with the links that are hers alone; or names what it lacks. */
export async function write(
  { candidate, gate }: Candidate.Known,
  template: Template.Info,
  organisation: Settings,
  messageId: string,
): Promise<Written> {
  const { candidateId, locale } = candidate;
  const [language, wording] = Template.wordingFor(template, locale, organisation);
  const [unsubscribeUrl, preferences, notice] = await Promise.all([
    Candidate.unsubscribeUrl(candidateId, messageId),
    Candidate.preferencesToken(candidateId),
    Candidate.noticeFor(gate, messageId),
  ]);
  const preferencesUrl = `${Config.siteUrl()}/preferences/${preferences}`;
  const why = Template.nurtureWhy(language, gate.permissions.job_news?.ground);
  const rendered = Template.render({
    wording,
    locale: language,
    organisation,
    values: Template.valuesFor(candidate),
    footer: { kind: "nurture", unsubscribeUrl, preferencesUrl, why },
    ...(notice ? { notice } : {}),
  });
  if (!rendered.ok) return { ok: false, missing: [...rendered.missing, ...rendered.problems] };
  const { subject, html, text } = rendered;
  return { ok: true, unsubscribeUrl, notice: notice !== undefined, content: { subject, html, text } };
}
