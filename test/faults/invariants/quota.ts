import type { Invariant } from "../invariant.ts";

const SECOND = 1000;

/** In no second more mails go to SES than it allows, whoever sends: also those that it would have to refuse count. */
export const quota: Invariant = {
  name: "SES's rate is exceeded in no second",
  query: "mails handed to SES, in every window of a second",
  check({ handovers, mails, rate }) {
    const times = [...new Map([...mails, ...handovers].map((one) => [one.id ?? one, one])).values()]
      .map(({ at }) => Date.parse(at))
      .sort((a, b) => a - b);
    const first = times.find((at, n) => (times[n + rate] ?? Number.POSITIVE_INFINITY) < at + SECOND);
    if (first === undefined) return [];
    const count = times.filter((at) => at >= first && at < first + SECOND).length;
    return [
      { what: `${count} mails in the second from ${new Date(first).toISOString()} on; SES allows ${rate}` },
    ];
  },
};
