import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import { abreast } from "../lanes.ts";
import * as Message from "../message/index.ts";
import { read } from "./read.ts";

const LANES = 8;
const ATTEMPTS = 5;

/** Takes people out of a campaign for good, whatever they wait for: it writes to none of them once this answers. Answers how many it took out; who had ended stays as she is. */
export const stopPeople = fn(
  z.strictObject({ campaignId: Id("cmp"), candidateIds: z.array(Id("cnd")).min(1).max(200) }),
  async ({ campaignId, candidateIds }): Promise<{ stopped: number }> => {
    Actor.assert("campaigns.launch");
    await read(campaignId);
    let stopped = 0;
    await abreast(LANES, [...new Set(candidateIds)], async (candidateId) => {
      if (await takeOut(campaignId, candidateId)) stopped += 1;
    });
    return { stopped };
  },
);

/** A worker may move her at the same time: she is read again, and so often no worker does. */
async function takeOut(campaignId: string, candidateId: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = (await Enrolment.readMany(campaignId, [candidateId])).get(candidateId);
    const enrolment = found && Enrolment.Info.parse(found);
    if (!enrolment || enrolment.endedAt !== undefined) return false;
    const reason = { code: "stopped.recruiter", inputs: { by: Actor.name() }, at: Clock.iso() };
    if (await Enrolment.move(enrolment, { kind: "end", end: "stopped.campaign", reason })) {
      await Message.landed(candidateId);
      return true;
    }
  }
  throw new Error("She was moved every time; try again");
}
