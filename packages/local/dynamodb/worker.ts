import { type MessagePort, workerData } from "node:worker_threads";
import { followClock } from "../clock/shared.ts";
import type { Hop } from "../journal/index.ts";
import { answer, tell } from "../thread/answer.ts";
import { startDynamoDb } from "./index.ts";
import { answerOn } from "./port.ts";
import type { Given } from "./thread.ts";

const { path, table, clock, newest } = workerData as Given;
const newestOnDisk = new BigUint64Array(newest);
let hops: Hop[] = [];
let telling = false;

const { feed, reply, ...service } = await startDynamoDb({
  path,
  table,
  clock: followClock(clock),
  journal: { note: (hop) => void hops.push(hop) },
});

/** Runs before anybody hears that a write is acknowledged: the number counts at once, the news is told once for many. */
function appended() {
  Atomics.store(newestOnDisk, 0, BigInt(feed.last()));
  if (telling) return;
  telling = true;
  setImmediate(tellMain);
}

/** What was written comes before what follows from it. */
function tellMain() {
  telling = false;
  if (hops.length > 0) tell("noted", hops);
  hops = [];
  tell("appended", undefined);
}

appended();
feed.onAppend(appended);
answer({
  connect: (port: MessagePort) => answerOn(port, reply),
  endpoint: () => service.endpoint,
  texts: feed.texts,
  trim: feed.trim,
  sweep: service.sweep,
  compact: service.compact,
  idle: service.idle,
  stop: service.stop,
});
