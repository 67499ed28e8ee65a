export * as Organisation from "./index.ts";

import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Events } from "./events.ts";
import { Policy, Settings } from "./organisation.schema.ts";
import { read, type View } from "./read.ts";

export { consentChanges } from "./consent-changes.ts";
export { Events } from "./events.ts";
export { read, type View } from "./read.ts";
export { savePolicy } from "./save-policy.ts";
export { Policy, Settings };

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
