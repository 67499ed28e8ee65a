import type { Problem } from "../error.ts";
import { entities } from "../service.ts";
import { Policy, Settings } from "./organisation.schema.ts";

/** What is known so far; `missing` names each thing that still stands before the first form and the first mail. */
export interface View {
  readonly settings: Partial<Settings>;
  readonly policy: Policy;
  readonly revision: number;
  readonly missing: readonly Problem[];
}

/** What each gap means for the person who has to fill it. */
const NEEDED: Record<string, string> = {
  name: "The organisation's name: people must know who asks",
  postalAddress: "A postal address: every campaign mail must carry one",
  privacyUrl: "The address of your privacy notice: people must be able to read it before they sign up",
  privacyEmail: "A mail address for privacy requests",
  senderName: "A sender's name: who the mails come from",
  senderEmail: "A sender's address that SES may send from",
  zone: "A time zone: days and hours are counted in it",
  languages: "At least one language",
};

export async function read(): Promise<View> {
  const { data } = await entities.organisation.get({ key: "organisation" }).go({ consistent: true });
  const { key: _, revision = 0, policy: kept, ...settings } = data ?? {};
  const gaps = Settings.safeParse(settings).error?.issues.map(({ path }) => String(path[0])) ?? [];
  const missing = [...new Set(gaps)].map((field) => ({ field, message: NEEDED[field] ?? `Check ${field}` }));
  return { settings: settings as Partial<Settings>, policy: Policy.parse(kept ?? {}), revision, missing };
}
