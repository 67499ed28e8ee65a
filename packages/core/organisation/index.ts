export * as Organisation from "./index.ts";

import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit } from "../commit.ts";
import { AppError, type Problem } from "../error.ts";
import * as Event from "../event/index.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Policy, Settings } from "./organisation.schema.ts";

export { Policy, Settings };

export const Events = {
  Changed: Event.define("organisation.changed", z.object({ revision: z.int() })),
  PolicyChanged: Event.define("organisation.policy_changed", z.object({ revision: z.int() })),
};

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

/** The same for a colleague who asks. */
export async function show(): Promise<View> {
  Actor.assert("organisation.read");
  return read();
}

/** How it writes to people: what was saved, or what we ship. */
export async function policy(): Promise<Policy> {
  const { data } = await entities.organisation.get({ key: "organisation" }).go({ consistent: true });
  return Policy.parse(data?.policy ?? {});
}

/** The settings when they are complete. */
export async function settings(): Promise<Settings | undefined> {
  const { settings: known, missing } = await read();
  return missing.length === 0 ? Settings.parse(known) : undefined;
}

/** The settings, or a refusal that names each gap. */
export async function required(): Promise<Settings> {
  const { settings: known, missing } = await read();
  if (missing.length > 0)
    throw new AppError(
      "blocked",
      "organisation.incomplete",
      "The organisation's settings are not complete",
      missing,
    );
  return Settings.parse(known);
}

/** Saves the settings as a whole. Conflict if somebody saved since `revision`. */
export const save = fn(Settings.extend({ revision: z.int().min(0) }), async ({ revision, ...known }) => {
  Actor.assert("organisation.write");
  const { data } = await entities.organisation.get({ key: "organisation" }).go({ consistent: true });
  const kept = data?.policy ? { policy: data.policy } : {};
  await commit(({ organisation, event }) => [
    organisation
      .put({ key: "organisation", ...known, ...kept, revision: revision + 1 })
      .where((it, op) => (revision === 0 ? op.notExists(it.revision) : op.eq(it.revision, revision)))
      .commit(),
    event.create(Events.Changed({ revision: revision + 1 })).commit(),
  ]);
  return read();
});

/** Countries that need consent are as we ship them, or there is a reason why not. */
function isReasoned({ consentCountries: { reason, ...chosen } }: Policy): boolean {
  const { reason: _, ...shipped } = Policy.parse({}).consentCountries;
  const same = [...chosen.countries].sort().join() === [...shipped.countries].sort().join();
  return (same && chosen.unknown === shipped.unknown) || Boolean(reason);
}

/** Saves how the organisation writes to people, as a whole. Conflict if somebody saved since `revision`. */
export const savePolicy = fn(Policy.extend({ revision: z.int().min(0) }), async ({ revision, ...policy }) => {
  Actor.assert("organisation.write");
  if (!isReasoned(policy)) {
    const message = "Say why: consent is what the law asks for there unless you know better";
    throw new AppError("invalid", "input.invalid", message, [{ field: "consentCountries.reason", message }]);
  }
  const { data } = await entities.organisation.get({ key: "organisation" }).go({ consistent: true });
  await commit(({ organisation, event }) => [
    organisation
      .put({ ...data, key: "organisation", policy, revision: revision + 1 })
      .where((it, op) => (revision === 0 ? op.notExists(it.revision) : op.eq(it.revision, revision)))
      .commit(),
    event.create(Events.PolicyChanged({ revision: revision + 1 })).commit(),
  ]);
  return read();
});
