import type { Step } from "../../../packages/core/campaign/campaign.schema.ts";
import { ok, one, type Stage } from "../stage.ts";

interface Made {
  readonly campaignId: string;
  readonly revision: number;
}
interface Page {
  readonly campaign: Made & {
    readonly state: string;
    readonly steps: readonly Step[];
    readonly name: string;
  };
}

const MOST_CAMPAIGNS = 8;

const steps = (templateId: string, n: number): Step[] => [
  { stepId: "hello", kind: "email", templateId, hours: "any" },
  { stepId: "pause", kind: "wait", unit: "days", amount: 3 },
  { stepId: "again", kind: "email", templateId, hours: "any" },
  { stepId: "tag", kind: "action", deed: { do: "tag", tag: `told ${n}` } },
];

/** A campaign for everybody, once or also for who comes later. */
export async function draft(stage: Stage, most = MOST_CAMPAIGNS): Promise<void> {
  const { book, call, campaigns, chance } = stage;
  if (campaigns.length >= most) return;
  const n = book.acts.length;
  const mode = chance.between(0, 1) === 0 ? "once" : "continuing";
  await book.act("draft", { value: mode }, async () => {
    const wording = {
      subject: `News ${n}`,
      body: `Hello {{ first_name }}, [see](https://acme.example/${n})`,
    };
    const template = { name: `News ${n}`, wordings: { en: wording, de: wording } };
    const { templateId } = (await call<{ templateId: string }>("POST", "/v1/templates", template)).body;
    const everybody = { name: `Everybody ${n}`, rule: { kind: "all", rules: [] } };
    const { segmentId } = (await call<{ segmentId: string }>("POST", "/v1/segments", everybody)).body;
    const entry = { kind: "segment", segmentId, mode };
    const written = { name: `Campaign ${n}`, entry, steps: steps(templateId, n) };
    const made = await call<Made>("POST", "/v1/campaigns", written);
    if (!ok(made)) return undefined;
    const { campaignId } = made.body;
    campaigns.push(campaignId);
    return { campaignId };
  });
}

/** Launches a draft and ends the ten minutes in which that can be taken back. */
export async function launch(stage: Stage): Promise<void> {
  const { call, book } = stage;
  const campaignId = stage.campaigns.at(-1);
  if (!campaignId) return;
  const { campaign } = (await call<Page>("GET", `/v1/campaigns/${campaignId}`)).body;
  if (campaign?.state !== "draft") return;
  const { revision } = campaign;
  await book.act("launch", { campaignId }, async () => {
    const launched = await call<Made>("POST", `/v1/campaigns/${campaignId}/launch`, { revision });
    if (!ok(launched)) return undefined;
    await call("POST", `/v1/campaigns/${campaignId}/start-now`, { revision: launched.body.revision });
    return {};
  });
}

async function turn(stage: Stage, kind: "pause" | "resume" | "stop", from: readonly string[]): Promise<void> {
  const campaignId = one(stage.chance, stage.campaigns);
  if (!campaignId) return;
  const { campaign } = (await stage.call<Page>("GET", `/v1/campaigns/${campaignId}`)).body;
  if (!from.includes(campaign?.state)) return;
  const { revision } = campaign;
  await stage.book.act(kind, { campaignId }, async () =>
    ok(await stage.call("POST", `/v1/campaigns/${campaignId}/${kind}`, { revision })) ? {} : undefined,
  );
}

export const pause = (stage: Stage) => turn(stage, "pause", ["running"]);
export const resume = (stage: Stage) => turn(stage, "resume", ["paused", "failed"]);
export const stop = (stage: Stage) => turn(stage, "stop", ["running", "paused", "failed"]);

/** Another pause between the mails: who enters from now on takes the new version. */
export async function rewrite(stage: Stage): Promise<void> {
  const campaignId = one(stage.chance, stage.campaigns);
  if (!campaignId) return;
  const { body } = await stage.call<Page & { campaign: { entry: unknown } }>(
    "GET",
    `/v1/campaigns/${campaignId}`,
  );
  const { revision, name, entry, steps: was } = body.campaign;
  const days = 3 + stage.chance.between(0, 2);
  const next = was.map((step) => (step.kind === "wait" ? { ...step, amount: days } : step));
  await stage.book.act("rewrite", { campaignId }, async () =>
    ok(await stage.call("PUT", `/v1/campaigns/${campaignId}`, { revision, name, entry, steps: next }))
      ? {}
      : undefined,
  );
}

/** Takes up again everything that stands still, so that everybody comes to an end. */
export async function resumeAll(stage: Stage): Promise<void> {
  for (const campaignId of stage.campaigns) {
    const path = `/v1/campaigns/${campaignId}`;
    const answer = await stage.call<Page>("GET", path);
    if (!ok(answer)) throw new Error(`${path} was answered with ${answer.status} in calm weather`);
    const { campaign } = answer.body;
    if (campaign.state === "draft" || (campaign.state !== "paused" && campaign.state !== "failed")) continue;
    const { revision } = campaign;
    await stage.book.act("resume", { campaignId }, async () =>
      ok(await stage.call("POST", `/v1/campaigns/${campaignId}/resume`, { revision })) ? {} : undefined,
    );
  }
}
