import { type MessagePort, workerData } from "node:worker_threads";
import { followClock } from "../clock/shared.ts";
import type { Hop } from "../journal/index.ts";
import { answer, tell } from "../thread/answer.ts";
import type { Recorded } from "./feed.ts";
import { startDynamoDb } from "./index.ts";
import { answerOn } from "./port.ts";
import type { Given, News } from "./thread.ts";

const { path, table, clock, newest } = workerData as Given;
const newestOnDisk = new BigUint64Array(newest);
let hops: Hop[] = [];
let recorded: Recorded[] = [];
let telling = false;
let told = 0;

/** The first news after a while are told at once, all others together: to be woken costs a thread more than what it is told. */
const PAUSE_MS = 20;

const { feed, reply, ...service } = await startDynamoDb({
  path,
  table,
  clock: followClock(clock),
  journal: { note: (hop) => void hops.push(hop) },
});

/** Runs before anybody hears that a write is acknowledged: the number counts at once, the news is told once for many. */
function appended(added: readonly Recorded[]) {
  recorded.push(...added);
  Atomics.store(newestOnDisk, 0, BigInt(feed.last()));
  if (telling) return;
  telling = true;
  const pause = told + PAUSE_MS - performance.now();
  if (pause > 0) setTimeout(tellMain, pause);
  else setImmediate(tellMain);
}

function tellMain() {
  telling = false;
  told = performance.now();
  const news: News = { hops, added: recorded };
  [hops, recorded] = [[], []];
  tell("appended", news);
}

appended([]);
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
