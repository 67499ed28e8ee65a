export * as Form from "./index.ts";

import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { Config } from "../config.ts";
import { derivedId, Id } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { entities } from "../service.ts";

/** The talent community's form; its id follows from its name, so that setting up twice makes one. */
export const COMMUNITY = derivedId("frm", "talent-community");

const FormId = Id("frm");

export interface Open {
  readonly formId: string;
  readonly name: string;
  readonly organisation: Settings;
}

/** A form that people may sign up on; undefined while the organisation has not said who it is. */
export async function current(formId: string = COMMUNITY): Promise<Open | undefined> {
  // It comes from an address: what is longer than a key may be is no form, and no fault of ours.
  if (!FormId.safeParse(formId).success) return undefined;
  const [{ data }, organisation] = await Promise.all([
    entities.form.get({ formId }).go(),
    Organisation.settings(),
  ]);
  return data && organisation ? { formId: data.formId, name: data.name, organisation } : undefined;
}

/** A form by itself, whether or not it is open. */
export async function read(formId: string): Promise<{ formId: string; name: string } | undefined> {
  const { data } = await entities.form.get({ formId }).go();
  return data ? { formId: data.formId, name: data.name } : undefined;
}

/** Every form with the address to share. */
export async function list() {
  Actor.assert("campaigns.read");
  const { data } = await entities.form.query.catalogue({}).go({ pages: "all" });
  const forms = data.map(({ formId, name }) => ({ formId, name, address: address(formId) }));
  return { forms };
}

/** Public address of a form; the community's own is short enough to say. */
export const address = (formId: string): string =>
  formId === COMMUNITY ? `${Config.siteUrl()}/join` : `${Config.siteUrl()}/join/${formId}`;

/** Creates the talent community's form once. */
export async function ensureCommunity(): Promise<void> {
  const item = { formId: COMMUNITY, name: "Talent community", createdAt: Clock.iso() };
  await once(({ form }) => [form.create(item).commit()]);
}
