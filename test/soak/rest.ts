import { Actor } from "../../packages/core/actor.ts";
import { newId } from "../../packages/core/id.ts";
import * as Rebuild from "../../packages/core/rebuild/index.ts";
import { startCloud } from "../../packages/local/cloud.ts";
import { resumeAll } from "../faults/acts/campaign.ts";
import { deadLetters, type Evidence, gather } from "../faults/evidence.ts";
import { INVARIANTS } from "../faults/invariants/index.ts";
import type { Found } from "../faults/run.ts";
import { openStage, type Stage } from "../faults/stage.ts";
import { dice } from "../flows/support/dice.ts";
import type { Where } from "../flows/support/product.ts";

export interface Rest {
  readonly evidence: Evidence;
  readonly found: readonly Found[];
  /** What the product's own self-check finds: people and campaigns it looked at, and drifts. */
  readonly checked: Rebuild.Checked;
}

const HOUR = 3_600_000;

/** Everybody goes on, days pass without anybody doing anything, and everything is checked that must hold. */
export async function rest(where: Where, { book, campaigns }: Stage, rate: number): Promise<Rest> {
  const cloud = await startCloud(where);
  const since = new Date(cloud.clock.ms()).toISOString();
  try {
    cloud.services.email.setLimits({ max24HourSend: 1e6, maxSendRate: rate });
    const stage = { ...openStage(cloud, book, dice(0)), campaigns };
    await cloud.clock.moveTo(cloud.clock.ms() + HOUR);
    await resumeAll(stage);
    await cloud.clock.moveTo(cloud.clock.ms() + 50 * HOUR);
    const before = await deadLetters(cloud);
    const gathered = await gather({ cloud, data: where.data, acts: book.acts, before, skewMs: 0, since });
    const evidence = { ...gathered, rate };
    const found = INVARIANTS.flatMap((invariant) =>
      invariant.check(evidence).map((breach): Found => ({ invariant, breach })),
    );
    return { evidence, found, checked: await selfCheck() };
  } finally {
    await cloud.stop();
  }
}

function selfCheck(): Promise<Rebuild.Checked> {
  const actor = { kind: "system", id: "soak", trace: newId("trc") } as const;
  return Actor.run(actor, () => Rebuild.selfCheck());
}
