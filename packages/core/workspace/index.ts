export * as Workspace from "./index.ts";

import { Actor } from "../actor.ts";
import * as Campaign from "../campaign/index.ts";
import { fn } from "../fn.ts";
import * as Form from "../form/index.ts";
import { COMMUNITY } from "../form/index.ts";
import { derivedId } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import * as Template from "../template/index.ts";
import { welcome } from "./welcome.ts";

const TEMPLATE = derivedId("tpl", "welcome");
const CAMPAIGN = derivedId("cmp", "welcome");

/**
 * Saves the settings; the first time, also lays out what a workspace starts with: a form, a template, a draft campaign. Before the
 * settings, because nobody saves those a second time for furniture that was cut short.
 */
export const save = fn(Organisation.save.schema, async (settings) => {
  Actor.assert("organisation.write");
  await furnish(`${new URL(settings.privacyUrl).origin}/`);
  return Organisation.save(settings);
});

/** Idempotent: ids follow from the names, and what is there stays as somebody changed it. */
async function furnish(home: string): Promise<void> {
  await Form.ensureCommunity();
  await Template.furnish({ templateId: TEMPLATE, name: "Welcome", wordings: welcome(home) });
  await Campaign.furnish({
    campaignId: CAMPAIGN,
    name: "Welcome",
    entry: { kind: "form", formId: COMMUNITY },
    // Somebody who has just joined expects it: it does not wait for the office to open.
    steps: [{ stepId: "welcome", kind: "email", templateId: TEMPLATE, hours: "any" }],
  });
}
