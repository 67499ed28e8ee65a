import type { Outcome } from "./run.ts";

const whole = (n: number) => Math.round(n).toLocaleString("en");

const mb = (n: number) => n.toFixed(1);

/** What a run was and what it found, for people. */
export function report(outcome: Outcome): string {
  const { people, rate, minutes, offered, stored, refused, latency, lateness, mails, memory } = outcome;
  const [taken, turned, late] = [latency.stored, latency.refused, lateness];
  return [
    `${whole(offered)} sign-ups offered, ${rate} a second for ${minutes} minutes, while a campaign writes to ${whole(people)} people`,
    "",
    `stored       ${whole(stored)}, ${whole(stored / outcome.seconds.offer)} a second`,
    `refused      ${whole(refused)}, each 429 with Retry-After`,
    `latency      stored ${taken.p50} / ${taken.p95} / ${taken.p99} ms (p50 / p95 / p99), refused ${turned.p50} / ${turned.p95} / ${turned.p99} ms, from the planned arrival`,
    `generator    ${late.p50} / ${late.p95} / ${late.p99} ms behind its plan`,
    `mails        ${whole(mails.confirmations)} to confirm and ${whole(mails.campaign)} of the campaign meanwhile`,
    `memory       ${whole(memory.first)} MB at first, ${whole(memory.last)} MB at last; MB a minute: ${mb(memory.growth.memory)} in the second half, ${mb(memory.growth.floor)} where it is least, data ${mb(memory.growth.data)}`,
    `rest         ${whole(outcome.seconds.rest)} s until nothing was left to do`,
  ].join("\n");
}
