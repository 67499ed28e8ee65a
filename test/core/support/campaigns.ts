import { Campaign } from "../../../packages/core/campaign/index.ts";
import { messageIdOf } from "../../../packages/core/campaign/situation.ts";
import { Enrolment } from "../../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../../packages/core/form/index.ts";
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
      steps: [{ stepId: "hello", kind: "email", templateId }],
    });
    await Campaign.launch({ campaignId, revision });
    return campaignId;
  });
}

/** She enters this campaign, and no other. */
export const enter = (candidateId: string, campaignId: string) =>
  as("system", () => Enrolment.enter(candidateId, campaignId, "hello"));

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
