import { COMMUNITY } from "../../../packages/core/form/index.ts";
import { routes } from "../../../packages/functions/api/routes.ts";
import { settings } from "../../core/support/people.ts";

const wording = { subject: "Hello", body: "Hello" };
const template = { name: "Hello", wordings: { en: wording } };
const steps = [{ stepId: "hello", kind: "email", templateId: `tpl_${"0".repeat(26)}` }];
const campaign = { name: "Hello", entry: { kind: "form", formId: COMMUNITY }, steps };
const everybody = { kind: "all", rules: [] };
const revision = { revision: 1 };

/** A body that each changing route can read, so that what it answers is about who asks. */
const BODIES: Readonly<Record<string, object>> = {
  "PUT /v1/organisation": { ...settings, revision: 99 },
  "PUT /v1/organisation/policy": { revision: 99 },
  "PUT /v1/candidates/{candidateId}": { title: "Nurse", ...revision },
  "POST /v1/candidates/{candidateId}/notes": { text: "Hello" },
  "POST /v1/candidates/{candidateId}/notes/{noteId}/removal": {},
  "POST /v1/candidates/{candidateId}/tasks": { words: "Call", dueOn: "2026-03-02" },
  "POST /v1/candidates/{candidateId}/tasks/{taskId}/done": { done: true },
  "POST /v1/candidates/{candidateId}/replied": {},
  "POST /v1/candidates/{candidateId}/replied/{actId}/undo": {},
  "POST /v1/candidates/{candidateId}/contacted": {},
  "POST /v1/candidates/{candidateId}/contacted/{actId}/undo": {},
  "POST /v1/candidates/{candidateId}/do-not-contact": { on: true },
  "POST /v1/candidates/{candidateId}/erasure": { confirm: "Nobody" },
  "POST /v1/candidate-searches": {},
  "POST /v1/candidate-tags": { candidateIds: [`cnd_${"0".repeat(26)}`], add: ["alumni"] },
  "POST /v1/candidate-exports": {},
  "POST /v1/imports": { fileName: "people.csv", bytes: 20 },
  "POST /v1/imports/{importId}/reading": {},
  "PUT /v1/imports/{importId}": { columns: ["name"], ...revision },
  "POST /v1/imports/{importId}/start": revision,
  "POST /v1/imports/{importId}/removal": revision,
  "POST /v1/sample": {},
  "POST /v1/sample/removal": {},
  "POST /v1/templates": template,
  "PUT /v1/templates/{templateId}": { ...template, revision: 1 },
  "POST /v1/template-previews": { wording, locale: "en" },
  "POST /v1/template-tests": { wording, locale: "en" },
  "POST /v1/segments": { name: "Nurses", rule: everybody },
  "PUT /v1/segments/{segmentId}": { name: "Nurses", rule: everybody, ...revision },
  "POST /v1/segments/{segmentId}/removal": revision,
  "POST /v1/segment-previews": { rule: everybody, exact: false },
  "POST /v1/campaigns": campaign,
  "PUT /v1/campaigns/{campaignId}": { ...campaign, revision: 1 },
  "POST /v1/campaigns/{campaignId}/launch": revision,
  "POST /v1/campaigns/{campaignId}/not-yet": revision,
  "POST /v1/campaigns/{campaignId}/start-now": revision,
  "POST /v1/campaigns/{campaignId}/dry-run": {},
  "POST /v1/campaigns/{campaignId}/people": { candidateIds: [`cnd_${"0".repeat(26)}`] },
  "POST /v1/campaigns/{campaignId}/people-stops": { candidateIds: [`cnd_${"0".repeat(26)}`] },
  "POST /v1/campaigns/{campaignId}/pause": revision,
  "POST /v1/campaigns/{campaignId}/resume": revision,
  "POST /v1/campaigns/{campaignId}/stop": revision,
};

const IDS: Readonly<Record<string, string>> = {
  candidateId: `cnd_${"0".repeat(26)}`,
  noteId: `nte_${"0".repeat(26)}`,
  taskId: `tsk_${"0".repeat(26)}`,
  actId: `evt_${"0".repeat(26)}`,
  importId: `imp_${"0".repeat(26)}`,
  campaignId: `cmp_${"0".repeat(26)}`,
  templateId: `tpl_${"0".repeat(26)}`,
  segmentId: `seg_${"0".repeat(26)}`,
};

/** Every route with a path that names nothing there is, and a body it can read. */
export const samples = routes.map(({ method, path, permission, status = 200 }) => {
  const body = BODIES[`${method} ${path}`];
  if (method !== "GET" && !body) throw new Error(`Give ${method} ${path} a body here`);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => IDS[name] ?? `there is no id for ${name}`);
  return { method, path, filled, permission, status, body, named: filled !== path };
});
