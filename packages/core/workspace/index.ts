export * as Workspace from "./index.ts";

import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { fn } from "../fn.ts";
import { COMMUNITY, Form } from "../form/index.ts";
import { derivedId } from "../id.ts";
import { Organisation } from "../organisation/index.ts";
import { WELCOME } from "./welcome.ts";

const TEMPLATE = derivedId("tpl", "welcome");
const CAMPAIGN = derivedId("cmp", "welcome");

/** Saves the settings; the first time, also lays out what a workspace starts with: a form, a template, a draft campaign. */
export const save = fn(Organisation.save.schema, async (settings) => {
  const saved = await Organisation.save(settings);
  await furnish();
  return saved;
});

/** Idempotent: ids follow from the names, and what is there stays as somebody changed it. */
async function furnish(): Promise<void> {
  await Form.ensureCommunity();
  const at = Clock.iso();
  await once(({ template, campaign }) => [
    template
      .create({
        templateId: TEMPLATE,
        name: "Welcome",
        wordings: WELCOME,
        revision: 1,
        createdAt: at,
        updatedAt: at,
      })
      .commit(),
    campaign
      .create({
        campaignId: CAMPAIGN,
        name: "Welcome",
        state: "draft",
        revision: 1,
        createdAt: at,
        entry: { kind: "form", formId: COMMUNITY },
        steps: [{ stepId: "welcome", kind: "email", templateId: TEMPLATE }],
      })
      .commit(),
  ]);
}
