import * as Enrolment from "../enrolment/index.ts";
import * as Gate from "../gate/index.ts";
import * as Message from "../message/index.ts";
import * as Metric from "../metric/index.ts";

const ALL_SHARDS = Array.from({ length: Enrolment.SHARDS }, (_, shard) => shard);

/** Counts together what one worker does in a campaign to people of these shards. */
export const tallyOf = (campaignId: string, shards: readonly number[] = ALL_SHARDS): Metric.Tally =>
  Metric.openTally(Metric.Scope.campaign(campaignId), shards, find(campaignId));

/** Counts what workers left behind that died. Answers when to come again, in epoch milliseconds. */
export const recount = (campaignId: string): Promise<number | undefined> =>
  Metric.recount(Metric.Scope.campaign(campaignId), find(campaignId));

/** Longer than a mail takes from its claim, which her gate tells, to SES's answer, with which the batch began. */
const ON_ITS_WAY_MS = 60_000;

/** Looks through everybody in the shards, and through the mails of those who were written to since. */
const find =
  (campaignId: string): Metric.Find =>
  async ({ batchId, shards, at }) => {
    const people = await Enrolment.peopleIn(campaignId, shards);
    const gates = await Gate.readMany(people, { consistent: true });
    const since = new Date(Date.parse(at) - ON_ITS_WAY_MS).toISOString();
    const mailed = people.filter((candidateId) => mayHaveMail(gates.get(candidateId), since));
    const found = await Promise.all([
      Enrolment.momentsOf(batchId, campaignId, people),
      Message.acceptedBy(batchId, campaignId, mailed),
    ]);
    return found.flat();
  };

/** The gate of an erased person remembers nothing, and her mails still count. */
const mayHaveMail = (gate: Gate.Info | undefined, since: string): boolean =>
  gate === undefined || gate.erased || (gate.mailedAt ?? "") >= since;
