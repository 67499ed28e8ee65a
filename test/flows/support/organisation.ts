import { expect } from "vitest";
import type { Recruiter } from "./recruiter.ts";

/** An organisation with everything that the law and the mail rules ask for. */
export const acme = {
  name: "Acme Care",
  postalAddress: "Acme Care gGmbH, Lindenstraße 4, 04103 Leipzig, Germany",
  privacyUrl: "https://acme.example/privacy",
  imprintUrl: "https://acme.example/imprint",
  privacyEmail: "privacy@acme.example",
  senderName: "Acme Careers",
  senderEmail: "careers@acme.example",
  zone: "Europe/Berlin",
  languages: ["en", "de"],
};

interface Campaign {
  readonly campaignId: string;
  readonly revision: number;
}

/** Sets the organisation up, launches the welcome campaign it starts with, and has it start at once. */
export async function open(ana: Recruiter): Promise<Campaign> {
  const saved = await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  expect(saved).toMatchObject({ status: 200, body: { missing: [] } });
  const { body } = await ana.call<{ campaigns: Campaign[] }>("GET", "/v1/campaigns");
  const [welcome] = body.campaigns;
  if (!welcome) throw new Error("There is no welcome campaign");
  const { campaignId } = welcome;
  const launched = await ana.call<Campaign>("POST", `/v1/campaigns/${campaignId}/launch`, { revision: 1 });
  expect(launched).toMatchObject({ status: 200, body: { state: "running" } });
  return startNow(ana, launched.body);
}

/** Ends the ten minutes in which a launch can be taken back. */
export async function startNow(ana: Recruiter, { campaignId, revision }: Campaign): Promise<Campaign> {
  const started = await ana.call<Campaign>("POST", `/v1/campaigns/${campaignId}/start-now`, { revision });
  expect(started).toMatchObject({ status: 200, body: { state: "running" } });
  return started.body;
}
