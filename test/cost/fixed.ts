import { alarms } from "../../infra/alarms.ts";
import { firewall } from "../../infra/firewall.ts";
import { functions, queues, schedules } from "../../infra/index.ts";
import { monthly, prices } from "../../infra/prices.ts";

/** Lambda reads an idle queue with five pollers, each of which waits twenty seconds for an answer (Lambda guide, SQS event source). */
const POLLERS = 5;
const POLLS = ((30 * 86_400) / 20) * POLLERS;

/** What an alarm of `infra/alarms.ts` looks at, of which there are several: every queue with its dead letters, every state machine. */
const WATCHED: Readonly<Partial<Record<(typeof alarms)[number]["on"], number>>> = {
  "dead-letters": Object.keys(queues).length + 1,
  queues: Object.keys(queues).length,
  workflows: 2,
};
const watching = alarms.reduce((sum, { on }) => sum + (WATCHED[on] ?? 1), 0);

/** Seconds that a scheduled function takes, once a day, its start included. */
const NIGHTLY = 2;
const nightly = schedules.reduce((sum, { function: name }) => {
  return sum + 30 * NIGHTLY * (functions[name].memory / 1024) * prices["lambda.gbSecond"].dollars;
}, 0);

/** Dollars a month while nobody sends anything: what `infra/` has of each, at the price of one. */
export function fixedPerMonth({ ownKey = false } = {}): Readonly<Record<string, number>> {
  const items = {
    webAcl: monthly.webAcl.dollars,
    wafRules: firewall.length * monthly.wafRule.dollars,
    alarms: watching * monthly.alarm.dollars,
    dashboard: monthly.dashboard.dollars,
    /** The secret that signs links, the one that CloudFront sends along, and its next. */
    secrets: 3 * monthly.secret.dollars,
    kmsKey: ownKey ? monthly.kmsKey.dollars : 0,
    idleQueues: Object.keys(queues).length * POLLS * prices["sqs.request"].dollars,
    schedules: nightly,
  };
  return { ...items, total: Object.values(items).reduce((sum, one) => sum + one, 0) };
}
