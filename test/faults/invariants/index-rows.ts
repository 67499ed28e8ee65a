import type { Invariant } from "../invariant.ts";

/** Every index says what the items say. */
export const indexRows: Invariant = {
  name: "every index row is as its item says",
  query: "a scan of each index, beside a scan of the table",
  check: ({ anomalies }) =>
    anomalies.map(({ index, problem, key }) => {
      const candidateId = /cnd_[0-9a-z]+/.exec(key)?.[0];
      return { what: `${index}: ${problem} ${key}`, ...(candidateId ? { candidateId } : {}) };
    }),
};
