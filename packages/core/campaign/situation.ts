import { Candidate } from "../candidate/index.ts";
import { Config } from "../config.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import { derivedId } from "../id.ts";
import type { Content } from "../message/compose.ts";
import { Message } from "../message/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { Template } from "../template/index.ts";
import type { Situation } from "./advance.ts";
import type { Info, Step } from "./campaign.schema.ts";

/** What is known about one step for one person, and what its mail would be made of. */
export interface Prepared {
  readonly situation: Situation;
  readonly known?: Candidate.Known;
  readonly messageId: string;
  readonly template?: Template.Info;
}

/** The key of a mail: enrolment, step and visit, so that one step never mails twice. */
export const messageIdOf = ({ enrolmentId, stepId = "", visit }: EnrolmentInfo) =>
  derivedId("msg", enrolmentId, stepId, visit);

/**
 * Gathers what a decision needs about one person: her gate and her mail of this step. `missing` is empty: what a mail lacks shows
 * when it is written, and it is written only for who may get it.
 */
export async function prepare(
  campaign: Info,
  enrolment: EnrolmentInfo,
  templates: TemplateCache,
): Promise<Prepared> {
  const messageId = messageIdOf(enrolment);
  const step = campaign.steps.find(({ stepId }) => stepId === enrolment.stepId);
  const [known, message, template] = await Promise.all([
    Candidate.load(enrolment.candidateId),
    Message.standing(enrolment.candidateId, messageId),
    step ? templates(step) : undefined,
  ]);
  const situation = {
    campaign,
    enrolment,
    missing: [],
    hasAddress: known !== undefined,
    hasTemplate: template !== undefined,
    ...(known
      ? {
          gate: { ...known.gate, claims: known.gate.claims.filter((claim) => claim.messageId !== messageId) },
        }
      : {}),
    ...(message ? { sent: { state: message.state, until: Message.givenUpAt(message) } } : {}),
  };
  return { situation, messageId, ...(known ? { known } : {}), ...(template ? { template } : {}) };
}

export type TemplateCache = (step: Step) => Promise<Template.Info | undefined>;

/** Reads each template once a batch. */
export function templateCache(): TemplateCache {
  const read = new Map<string, Promise<Template.Info | undefined>>();
  return ({ templateId }) => {
    const found = read.get(templateId) ?? Template.read(templateId);
    read.set(templateId, found);
    return found;
  };
}

type Written =
  | { readonly ok: true; readonly content: Content; readonly unsubscribeUrl: string }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Writes the mail to her in her language, with the links that are hers alone; or names what it lacks. */
export async function write(
  known: Candidate.Known,
  template: Template.Info,
  organisation: Settings,
  messageId: string,
): Promise<Written> {
  const { candidateId, name, locale } = known.candidate;
  const [language, wording] = Template.wordingFor(template, locale, organisation);
  const [unsubscribe, preferences] = await Promise.all([
    Candidate.unsubscribeToken(candidateId, messageId),
    Candidate.preferencesToken(candidateId),
  ]);
  const unsubscribeUrl = `${Config.siteUrl()}/unsubscribe/${unsubscribe}`;
  const preferencesUrl = `${Config.siteUrl()}/preferences/${preferences}`;
  const rendered = Template.render({
    wording,
    locale: language,
    organisation,
    values: Template.valuesFor(name),
    footer: { kind: "nurture", unsubscribeUrl, preferencesUrl, why: Template.nurtureWhy(language) },
  });
  if (!rendered.ok) return { ok: false, missing: [...rendered.missing, ...rendered.problems] };
  const { subject, html, text } = rendered;
  return { ok: true, unsubscribeUrl, content: { subject, html, text } };
}
