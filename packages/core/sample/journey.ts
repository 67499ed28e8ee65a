import { placeOf } from "../enrolment/due.ts";
import * as Enrolment from "../enrolment/index.ts";
import { standsOf } from "../enrolment/stands.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import { entities } from "../service.ts";
import type { Past } from "./campaigns.ts";
import { type Life, note, traceOf } from "./life.ts";
import { mailed } from "./mail.ts";
import type { Outcome } from "./told.ts";

/** Her way through one campaign, if its segment found her. */
export function journey(life: Life, campaign: Past): void {
  const { arrivedAt, trade } = life.persona;
  if (arrivedAt >= campaign.launchedAt) return;
  if (campaign.trades ? !campaign.trades.includes(trade) : !life.gate.permissions.job_news) return;
  const why = leftOut(life, campaign.launchedAt);
  const ending = why
    ? { end: "left_out" as const, code: why, at: campaign.launchedAt }
    : travelled(life, campaign);
  end(life, campaign, ending);
}

/** Mail after mail, until one ends her way or there is none left. */
function travelled(life: Life, { campaignId, mails: all, finishedAt }: Past): Ending {
  const mails: Enrolment.Info["mails"] = {};
  const way: Enrolment.Info["way"] = [];
  for (const mail of all) {
    const { stepId } = mail;
    const outcome = mailed(life, { ...mail, campaignId });
    mails[stepId] = outcome.mail;
    way.push({ at: outcome.mail.at, stepId, code: "sent", inputs: {} });
    if (outcome.end) return { ...outcome.end, mails, way, stepId };
  }
  return { end: "finished", code: "finished", at: finishedAt, mails, way };
}

/** The same codes, in the same order, as a real campaign gives. */
function leftOut({ persona, gate, beginning }: Life, at: Date): string | undefined {
  if (!persona.email) return "skipped.no_address";
  const verdict = Gate.judge(gate, "nurture", at);
  if (verdict.ok || verdict.code === "sample" || beginning.begunAt < at) return undefined;
  return verdict.code === "missing_source" ? undefined : `skipped.${verdict.code}`;
}

type Ending = NonNullable<Outcome["end"]> & Partial<Pick<Enrolment.Info, "mails" | "way" | "stepId">>;

/** An enrolment that has ended: it is its own log entry. */
function end(
  life: Life,
  { campaignId, launchedAt }: Past,
  { code, mails = {}, way = [], ...ending }: Ending,
): void {
  const { candidateId } = life.persona;
  const shard = Enrolment.shardOf(candidateId);
  const at = ending.at.toISOString();
  const reason = { code, inputs: {}, at };
  const item = {
    enrolmentId: derivedId("enr", candidateId, campaignId),
    candidateId,
    campaignId,
    shard,
    visit: 0,
    version: 1,
    mails,
    way: [...way, { at, code, inputs: {} }],
    enteredAt: launchedAt.toISOString(),
    end: ending.end,
    endedAt: at,
    endedIn: placeOf({ campaignId, shard }),
    reason,
    stands: standsOf({ version: 1, reason, ...(ending.stepId ? { stepId: ending.stepId } : {}) }),
    revision: 1,
    trace: traceOf(life.persona),
  };
  note(life, entities.enrolment.put(item).params());
}
