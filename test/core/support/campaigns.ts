import { enter as throughDoor } from "../../../packages/core/campaign/enter.ts";
import { Campaign } from "../../../packages/core/campaign/index.ts";
import { rhythm } from "../../../packages/core/campaign/rhythm.ts";
import { messageIdOf } from "../../../packages/core/campaign/situation.ts";
import { Enrolment } from "../../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../../packages/core/form/index.ts";
import { Gate } from "../../../packages/core/gate/index.ts";
import { Template } from "../../../packages/core/template/index.ts";
import { as } from "./people.ts";

/** A running campaign of one mail, entered by the community's form. */
export async function campaign(body = "Hello {{ first_name }}"): Promise<string> {
  const wording = { subject: "Hello", body };
  return as("recruiter", async () => {
    const { templateId } = await Template.create({ name: "Hello", wordings: { en: wording, de: wording } });
    const { campaignId, revision } = await Campaign.create({
      name: "Hello",
      entry: { kind: "form", formId: COMMUNITY },
      steps: [{ stepId: "hello", kind: "email", templateId, hours: "any" }],
    });
    const launched = await Campaign.launch({ campaignId, revision });
    await Campaign.startNow({ campaignId, revision: launched.revision });
    return campaignId;
  });
}

/** She enters this campaign, and no other. */
export const enter = (candidateId: string, campaignId: string) =>
  as("system", async () => {
    const door = { campaign: await Campaign.read(campaignId), policy: await rhythm() };
    await throughDoor(door, { candidateId, hasAddress: true, gate: await Gate.read(candidateId) });
    return Enrolment.read(candidateId, campaignId);
  });

/** One worker looks at everybody who is due. */
export async function work(campaignId: string, remaining = () => 300_000) {
  const { epoch } = await Campaign.read(campaignId);
  const shards = Array.from({ length: 16 }, (_, shard) => shard);
  await as("system", () => Campaign.work({ campaignId, epoch, shards }, remaining));
}

/** The id of the mail she stands before. */
export const mailOf = async (candidateId: string, campaignId: string) =>
  messageIdOf(await Enrolment.read(candidateId, campaignId));

/** Turns the campaign as a recruiter does. */
export async function turn(campaignId: string, to: "pause" | "resume" | "stop") {
  const { revision } = await Campaign.read(campaignId);
  return as("recruiter", () => Campaign[to]({ campaignId, revision }));
}
