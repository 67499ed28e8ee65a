import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import type * as Facts from "../facts/index.ts";
import * as Gate from "../gate/index.ts";
import { abreast } from "../lanes.ts";
import { truth } from "./branch.ts";
import type { Info } from "./campaign.schema.ts";
import { type Door, enter } from "./enter.ts";
import { read } from "./read.ts";
import { rhythm } from "./rhythm.ts";
import { tallyOf } from "./tally.ts";

/** What one worker of the start is given: shards of the roster, "00" to "63". */
export interface Beginning {
  readonly campaignId: string;
  readonly epoch: number;
  readonly shards: readonly string[];
}

const WORKERS = 16;
const PAGE = 50;
const LANES = 8;
const STOP_BEFORE_TIMEOUT_MS = 60_000;

/** Who enters at the start is looked for by so many workers side by side, each in its part of the roster. */
export const PARTS: readonly (readonly string[])[] = Array.from({ length: WORKERS }, (_, part) =>
  Candidate.SHARDS.filter((__, index) => index % WORKERS === part),
);

/**
 * Lets everybody in who the entry is for when the campaign starts: whom the segment's rule matches, or who joined by the form since the
 * launch. Who is in already is passed over, so that it can be done again from the beginning.
 * @throws when its time is up before its part is done: the workflow tries again, and it goes on where it was
 */
export async function begin(
  { campaignId, epoch, shards }: Beginning,
  remaining: () => number,
): Promise<{ entered: number }> {
  const campaign = await read(campaignId);
  if (campaign.epoch !== epoch || campaign.state !== "running") return { entered: 0 };
  const door = { campaign, policy: await rhythm(), tally: tallyOf(campaignId) };
  let entered = 0;
  try {
    for (const shard of shards) {
      const people = (await Candidate.shard(shard)).filter((facts) => mayFit(campaign, facts));
      for (let from = 0; from < people.length; from += PAGE) {
        if (remaining() < STOP_BEFORE_TIMEOUT_MS) throw new Error("Not everybody has entered yet; going on");
        entered += await letIn(door, people.slice(from, from + PAGE));
      }
    }
  } finally {
    await door.tally.close();
  }
  return { entered };
}

/** As far as the roster can tell. */
function mayFit({ entry, launchedAt = "" }: Info, facts: Facts.Info): boolean {
  if (entry.kind === "form")
    return facts.source === `form:${entry.formId}` && (facts.joinedAt ?? "") >= launchedAt;
  return entry.rule !== undefined && truth(entry.rule, facts, undefined, Clock.now()) !== false;
}

async function letIn(door: Door, people: readonly Facts.Info[]): Promise<number> {
  const ids = people.map(({ candidateId }) => candidateId);
  const [there, gates] = await Promise.all([
    Enrolment.readMany(door.campaign.campaignId, ids),
    Gate.readMany(ids, { consistent: true }),
  ]);
  const coming = people.filter(
    ({ candidateId }) => !there.has(candidateId) && gates.get(candidateId)?.erased === false,
  );
  let entered = 0;
  await abreast(LANES, coming, async (facts) => {
    const { candidateId, hasAddress } = facts;
    const gate = gates.get(candidateId);
    if (!gate || !fits(door.campaign, facts, gate)) return;
    if (await enter(door, { candidateId, hasAddress, gate })) entered += 1;
  });
  return entered;
}

function fits({ entry }: Info, facts: Facts.Info, gate: Gate.Info): boolean {
  if (entry.kind === "form" || !entry.rule) return entry.kind === "form";
  const now = Clock.now();
  return truth(entry.rule, facts, Gate.happenings(gate, now), now) === true;
}
