import { derivedId } from "@perennial/core/id.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignPage } from "./support/desk.ts";
import { acme } from "./support/organisation.ts";
import { type Answer, type Recruiter, signIn } from "./support/recruiter.ts";
import { ask } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
});
afterAll(() => here.end());

interface Refusal {
  readonly code: string;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}
const named = ({ body }: Answer) => (body as unknown as Refusal).problems.map(({ field }) => field);

const required = Object.keys(acme).filter((field) => field !== "imprintUrl");

test("a launch says everything that is missing, one by one", async () => {
  const english = { en: { subject: "Hello", body: "Hello {{ name }}" } };
  const template = await ana.call("POST", "/v1/templates", { name: "Hello", wordings: english });
  const entry = { kind: "form", formId: derivedId("frm", "talent-community") };
  const steps = [{ stepId: "hello", kind: "email", templateId: template.body.templateId }];
  const draft = { name: "Hello", entry, steps };
  const created = await ana.call("POST", "/v1/campaigns", draft);
  const campaignId = String(created.body.campaignId);
  const launch = () => ask(ana, campaignId, "launch", 1);

  const bare = await launch();
  expect(bare).toMatchObject({ status: 422, body: { code: "campaign.blocked" } });
  expect(named(bare)).toEqual([...required.map((field) => `organisation.${field}`), "form.missing"]);

  for (const field of required) {
    const without = { ...acme, revision: 0, [field]: undefined };
    const refused = await ana.call("PUT", "/v1/organisation", without);
    expect({ ...refused, named: named(refused) }).toMatchObject({ status: 400, named: [field] });
  }
  await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  expect(named(await launch())).toEqual(["template.language.de"]);
  const lost = {
    ...draft,
    revision: 1,
    steps: [{ ...steps[0], templateId: derivedId("tpl", "none") }],
  };
  expect(await ana.call("PUT", `/v1/campaigns/${campaignId}`, lost)).toMatchObject({ status: 200 });
  expect(named(await ask(ana, campaignId, "launch", 2))).toEqual(["template.missing"]);
  expect((await campaignPage(ana, campaignId)).campaign).toMatchObject({ state: "draft" });
  expect(here.services.workflows.executions()).toEqual([]);
});
