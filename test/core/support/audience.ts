import type { Step } from "../../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../../packages/core/campaign/index.ts";
import { Clock } from "../../../packages/core/clock.ts";
import { Enrolment } from "../../../packages/core/enrolment/index.ts";
import { newId } from "../../../packages/core/id.ts";
import type { Rule } from "../../../packages/core/rule/index.ts";
import { Segment } from "../../../packages/core/segment/index.ts";
import { entities } from "../../../packages/core/service.ts";
import { Template } from "../../../packages/core/template/index.ts";
import { crowd, type Someone } from "./crowd.ts";
import { as } from "./people.ts";
import type { table } from "./table.ts";

/** Writes people whom a campaign can mail: each with an address of her own. Answers their ids. */
export async function reachable(people: readonly Someone[]): Promise<string[]> {
  const ids = (await crowd(people)).map(({ candidateId }) => candidateId);
  const addresses = ids.map((candidateId, index) => ({
    candidateId,
    addressId: newId("adr"),
    raw: `person-${index}@x.example`,
    addressHash: `hash-${candidateId}`,
    primary: true,
  }));
  await entities.address.put(addresses.filter((_, index) => people[index]?.hasAddress !== false)).go();
  return ids;
}

/** A template that asks for a field not everybody has, if told so. */
export const template = (body = "Hello {{ first_name }}") =>
  as("recruiter", async () => {
    const wording = { subject: "Hello", body };
    const made = await Template.create({ name: "Hello", wordings: { en: wording, de: wording } });
    return made.templateId;
  });

/** A draft that people enter by a segment of this rule. */
export const draft = (steps: readonly Step[], rule: Rule.Info, mode: "once" | "continuing" = "once") =>
  as("recruiter", async () => {
    const { segmentId } = await Segment.create({ name: "Them", rule });
    const entry = { kind: "segment" as const, segmentId, mode };
    return Campaign.create({ name: "Spring", entry, steps: [...steps] });
  });

/** Launches it as it stands. */
export async function launch(campaignId: string) {
  const { revision } = await Campaign.read(campaignId);
  return as("recruiter", () => Campaign.launch({ campaignId, revision }));
}

const SHARDS = Array.from({ length: 16 }, (_, shard) => shard);
const ROSTER = Array.from({ length: 64 }, (_, shard) => String(shard).padStart(2, "0"));
const MOST = 400;
const A_MOMENT_MS = 1234;

type Here = ReturnType<typeof table>;

/** Everybody enters when it starts, as the workflow has it. */
export async function begin({ clock }: Here, campaignId: string): Promise<void> {
  const { startsAt = Clock.iso(), epoch } = await Campaign.read(campaignId);
  clock.forward(Math.max(0, Date.parse(startsAt) - Clock.ms()));
  await as("system", () => Campaign.begin({ campaignId, epoch, shards: ROSTER }, () => 300_000));
}

/** The clock goes to who is due next, and a moment beyond: everybody due is looked at. False when nobody is inside. */
export async function look({ clock }: Here, campaignId: string): Promise<boolean> {
  const [next] = await Enrolment.inside(campaignId);
  if (!next?.dueAt) return false;
  clock.forward(Math.max(0, Date.parse(next.dueAt) - Clock.ms()) + A_MOMENT_MS);
  const { epoch } = await Campaign.read(campaignId);
  await as("system", () => Campaign.work({ campaignId, epoch, shards: SHARDS }, () => 300_000));
  return true;
}

/** What the workflow does, by hand, until nobody is inside but who is held. */
export async function runThrough(here: Here, campaignId: string): Promise<void> {
  await begin(here, campaignId);
  for (let looks = 0; looks < MOST; looks++) {
    const inside = await Enrolment.inside(campaignId);
    if (inside.every(({ code }) => code.startsWith("held."))) return;
    await look(here, campaignId);
  }
}
