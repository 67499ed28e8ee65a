import { COMMUNITY } from "../../../packages/core/form/index.ts";
import { routes } from "../../../packages/functions/api/routes.ts";
import { settings } from "../../core/support/people.ts";

const wording = { subject: "Hello", body: "Hello" };
const template = { name: "Hello", wordings: { en: wording } };
const steps = [{ stepId: "hello", kind: "email", templateId: `tpl_${"0".repeat(26)}` }];
const campaign = { name: "Hello", entry: { kind: "form", formId: COMMUNITY }, steps };
const revision = { revision: 1 };

/** A body that each changing route can read, so that what it answers is about who asks. */
const BODIES: Readonly<Record<string, object>> = {
  "PUT /v1/organisation": { ...settings, revision: 99 },
  "POST /v1/templates": template,
  "PUT /v1/templates/{templateId}": { ...template, revision: 1 },
  "POST /v1/template-previews": { wording, locale: "en" },
  "POST /v1/campaigns": campaign,
  "PUT /v1/campaigns/{campaignId}": { ...campaign, revision: 1 },
  "POST /v1/campaigns/{campaignId}/launch": revision,
  "POST /v1/campaigns/{campaignId}/pause": revision,
  "POST /v1/campaigns/{campaignId}/resume": revision,
  "POST /v1/campaigns/{campaignId}/stop": revision,
};

const IDS: Readonly<Record<string, string>> = {
  candidateId: `cnd_${"0".repeat(26)}`,
  campaignId: `cmp_${"0".repeat(26)}`,
  templateId: `tpl_${"0".repeat(26)}`,
};

/** Every route with a path that names nothing there is, and a body it can read. */
export const samples = routes.map(({ method, path, permission, status = 200 }) => {
  const body = BODIES[`${method} ${path}`];
  if (method !== "GET" && !body) throw new Error(`Give ${method} ${path} a body here`);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => IDS[name] ?? `there is no id for ${name}`);
  return { method, path, filled, permission, status, body, named: filled !== path };
});
