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

/** Sets the organisation up and launches the welcome campaign it starts with. */
export async function open(ana: Recruiter): Promise<Campaign> {
  const saved = await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  expect(saved).toMatchObject({ status: 200, body: { missing: [] } });
  const { body } = await ana.call<{ campaigns: Campaign[] }>("GET", "/v1/campaigns");
  const [welcome] = body.campaigns;
  if (!welcome) throw new Error("There is no welcome campaign");
  const { campaignId } = welcome;
  const launched = await ana.call<Campaign>("POST", `/v1/campaigns/${campaignId}/launch`, { revision: 1 });
  expect(launched).toMatchObject({ status: 200, body: { state: "running" } });
  return launched.body;
}
