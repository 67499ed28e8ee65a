import type { Gate } from "./gate.ts";
import { pick } from "./item.ts";
import type { Layer } from "./layer.ts";
import { readRow, rehearse } from "./shadow.ts";
import type { Ttl } from "./ttl.ts";

const HOUR_MS = 3_600_000;
const LOOK_MS = 1_000;
const ITEMS = 100;

/** Deletes what has expired, as real deletes: indexes and feed follow. Answers how many items that were. */
export async function sweep(layer: Layer, ttl: Ttl): Promise<number> {
  let swept = 0;
  for (;;) {
    const due = await ttl.due(layer.clock.ms(), ITEMS);
    for (const key of due) await expire(layer, ttl, key);
    swept += due.length;
    if (due.length < ITEMS) return swept;
  }
}

function expire({ disk, table, locks, commit, clock }: Layer, ttl: Ttl, key: string) {
  return locks.hold([key], async () => {
    const found = readRow(disk, key);
    // It may have been given more time since it was listed.
    if (found === undefined || !ttl.hasExpired(found.item, clock.ms())) return;
    const names = table.KeySchema.map((each) => each.AttributeName);
    const data = { TableName: table.TableName, Key: pick(found.item, names) };
    const outcome = rehearse(disk, table, "DeleteItem", data);
    if (outcome.ok) await commit([{ ...outcome.change, expired: true }]);
  });
}

/** Sweeps once an hour of the movable clock, the first time at once. AWS takes up to days, so nobody waits for it. */
export function sweepHourly(layer: Layer, ttl: Ttl, gate: Gate) {
  let last = Number.NEGATIVE_INFINITY;
  let running = Promise.resolve();
  const look = () => {
    if (layer.clock.ms() < last + HOUR_MS) return;
    last = layer.clock.ms();
    running = running.then(() => gate.pass(() => sweep(layer, ttl))).then(() => undefined);
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
