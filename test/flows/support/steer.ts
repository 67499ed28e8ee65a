import { expect } from "vitest";
import type { Applicant } from "./candidate.ts";
import { campaignPage } from "./desk.ts";
import { type Answer, type Recruiter, signIn } from "./recruiter.ts";
import type { Place } from "./world.ts";

export type Turn = "launch" | "pause" | "resume" | "stop";

/** A turn of a campaign as somebody asks for it who saw this revision of it. */
export const ask = (ana: Recruiter, campaignId: string, turn: Turn, revision: number): Promise<Answer> =>
  ana.call("POST", `/v1/campaigns/${campaignId}/${turn}`, { revision });

/** Turns a campaign as it stands. The recruiter is signed in anew: a token ends after an hour, and tests move days. */
export async function steer(here: Place, campaignId: string, turn: Turn): Promise<void> {
  const ana = await signIn(here, "ana");
  const { campaign } = await campaignPage(ana, campaignId);
  expect(await ask(ana, campaignId, turn, campaign.revision)).toMatchObject({ status: 200 });
}

/** Somebody who allows tracking. */
export const applicant = (name: string): Applicant => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  tracking: true,
});

/** Time passes, with all that falls due in it. */
export const pass = (here: Place, ms: number) => here.clock.moveTo(here.clock.ms() + ms);
