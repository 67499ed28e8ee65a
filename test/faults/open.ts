import { acme } from "./acme.ts";
import { openForms } from "./acts/people.ts";
import { ok, type Stage } from "./stage.ts";

interface Made {
  readonly revision: number;
  readonly state: string;
}

/** The organisation's settings are there and its welcome campaign runs, whatever goes wrong meanwhile. */
export async function openOrganisation(stage: Stage): Promise<void> {
  const { here, call, campaigns } = stage;
  await insist(async () => {
    const { body } = await call<{ revision: number; missing: unknown[] }>("GET", "/v1/organisation");
    const { revision, missing } = body;
    return missing.length === 0 || ok(await call("PUT", "/v1/organisation", { ...acme, revision }));
  });
  await insist(async () => {
    const { body } = await call<{ campaigns: { campaignId: string }[] }>("GET", "/v1/campaigns");
    const [{ campaignId = "" } = {}] = body.campaigns;
    const { campaign } = (await call<{ campaign: Made }>("GET", `/v1/campaigns/${campaignId}`)).body;
    const { revision, state } = campaign;
    if (state === "draft" && !ok(await call("POST", `/v1/campaigns/${campaignId}/launch`, { revision })))
      return false;
    campaigns[0] = campaignId;
    return true;
  });
  await insist(async () => {
    await openForms(stage);
    return true;
  });
  await here.clock.moveTo(here.clock.ms() + TYPING).catch(() => undefined);
}

/** Nobody fills in a form in no time. */
const TYPING = 10_000;

const LONGEST_MS = 60_000;

async function insist(run: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + LONGEST_MS; ; ) {
    if (await run().catch(() => false)) return;
    if (Date.now() > until) throw new Error("The organisation could not be opened");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
