import { createHash } from "node:crypto";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { derivedId } from "../id.ts";
import { entities } from "../service.ts";
import { Info, SHARDS } from "./enrolment.schema.ts";

/** Spreads a campaign's people over shards, always the same way. */
export const shardOf = (candidateId: string): number =>
  createHash("sha256").update(candidateId).digest().readUInt16BE(0) % SHARDS;

/** A person enters a campaign, once; answers her enrolment, whoever made it. */
export async function enter(candidateId: string, campaignId: string, stepId: string): Promise<Info> {
  const now = Clock.iso();
  const item: Info = {
    enrolmentId: derivedId("enr", candidateId, campaignId),
    candidateId,
    campaignId,
    stepId,
    visit: 0,
    revision: 0,
    shard: shardOf(candidateId),
    dueAt: now,
    enteredAt: now,
    trace: Actor.trace(),
    reason: { code: "entered.form", inputs: {}, at: now },
  };
  if (await once(({ enrolment }) => [enrolment.create(item).commit()])) return item;
  return read(candidateId, campaignId);
}

/** An enrolment as it stands, read strongly. */
export async function read(candidateId: string, campaignId: string): Promise<Info> {
  const { data } = await entities.enrolment.get({ candidateId, campaignId }).go({ consistent: true });
  return Info.parse(data);
}
