import { expect } from "vitest";
import type { Step } from "../../../packages/core/campaign/campaign.schema.ts";
import type { Rule } from "../../../packages/core/rule/rule.schema.ts";
import { acme, startNow } from "./organisation.ts";
import type { Recruiter } from "./recruiter.ts";

/** Saves the settings, so that templates and campaigns can be made. */
export async function settle(ana: Recruiter): Promise<void> {
  expect(await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 })).toMatchObject({ status: 200 });
}

/** A template of a few words, with a link to click. */
export async function template(ana: Recruiter, name: string): Promise<string> {
  const wording = { subject: name, body: `Hello {{ first_name }}, [see](https://acme.example/${name})` };
  const { body } = await ana.call("POST", "/v1/templates", { name, wordings: { en: wording, de: wording } });
  return String(body.templateId);
}

interface Launched {
  readonly campaignId: string;
  readonly revision: number;
}

const EVERYBODY: Rule = { kind: "all", rules: [] };

/** A campaign for everybody in the pool, or whom a rule matches, once, launched; it starts in ten minutes. */
export async function draft(
  ana: Recruiter,
  name: string,
  steps: readonly Step[],
  rule = EVERYBODY,
): Promise<Launched> {
  const segment = await ana.call("POST", "/v1/segments", { name: `${name} people`, rule });
  const entry = { kind: "segment", segmentId: segment.body.segmentId, mode: "once" };
  const made = await ana.call<Launched>("POST", "/v1/campaigns", { name, entry, steps });
  const { campaignId, revision } = made.body;
  const launched = await ana.call<Launched>("POST", `/v1/campaigns/${campaignId}/launch`, { revision });
  expect(launched).toMatchObject({ status: 200 });
  return { campaignId, revision: launched.body.revision };
}

/** The same, started at once. Answers its id. */
export async function launch(
  ana: Recruiter,
  name: string,
  steps: readonly Step[],
  rule = EVERYBODY,
): Promise<string> {
  const launched = await draft(ana, name, steps, rule);
  await startNow(ana, launched);
  return launched.campaignId;
}
