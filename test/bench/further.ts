import type { Figure } from "./figure.ts";

/** What is measured only when it is asked for. */
export const FURTHER = {
  preview: {
    unit: "ms",
    words: "a segment estimated while its rule is typed, 95th percentile",
    other: [145_000, 145_000],
    limit: "One shard of the roster is read and asked, and the faces of some who fit.",
    people: 100_000,
  },
  lists: {
    unit: "ms",
    words: "a page of the talent list, 20 recruiters at once, 95th percentile",
    limit: "Each page is one pass over the whole roster in one thread, for the counts beside it.",
    people: 10_000,
  },
  profiles: {
    unit: "ms",
    words: "a person's page with two years of history, 20 recruiters at once, 95th percentile",
    limit: "Her profile, her ledger, her mails and her timeline are read, in one thread for all.",
    people: 10_000,
  },
  decisions: {
    unit: "1/s",
    words: "campaign decisions, nothing read and nothing written",
    limit: "Rules and calendars, one core.",
  },
  web: {
    unit: "kB",
    words: "script of the recruiters' first page, gzipped",
    limit: "React and the components of Mantine are most of it.",
  },
  cost: {
    unit: "$",
    words: "1,000 people, six mails in 90 days, on AWS by the meter",
    limit: "SES's fee is nine tenths of it.",
    people: 1000,
  },
  lambdas: {
    unit: "ms",
    words: "the slowest function that candidates wait for, loaded",
    limit: "Node parses and runs the bundle: its size is its time.",
  },
} as const satisfies Record<string, Figure>;
