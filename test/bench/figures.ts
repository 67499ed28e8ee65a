import type { Figure } from "./figure.ts";
import { FURTHER } from "./further.ts";

const CALLS = "a call costs ElectroDB and the SDK some 0.3 ms of CPU and the table's emulator as much again";

/** What is measured when nothing is asked for by name. */
const USUAL = {
  signup: {
    unit: "1/s",
    words: "sign-ups stored",
    other: [184, 192],
    limit: `Limits, form, guard and ledger are eight calls of the table: ${CALLS}.`,
  },
  import: {
    unit: "1/s",
    words: "rows imported",
    other: [306, 306],
    limit: `Each person is a transaction of her own, checked against who is there: ${CALLS}.`,
  },
  segment100k: {
    unit: "s",
    words: "exact segment of 100,000 people",
    other: [145, 145],
    limit:
      "35 MB of facts are read from the table and parsed, in one thread each; then the gates of those who fit.",
  },
  campaign: {
    unit: "1/s",
    words: "campaign mails, quota lifted",
    other: [114, 114],
    limit:
      "Fifteen calls of the table a mail, in turn where a crash must not mail twice, with what SES reports and is counted meanwhile; one thread runs all functions behind the scenes.",
  },
  events: {
    unit: "1/s",
    words: "opens and clicks counted",
    other: [473, 473],
    limit:
      "Each event is on disk in bus and queue before it is acknowledged, and is stamped with the batch that counts it.",
  },
  rss: {
    unit: "MB",
    words: "memory, all processes, after all that",
    other: [1000, 1700],
    limit: "Four heaps: services, table, functions that people wait for, functions behind them.",
  },
  start: {
    unit: "s",
    words: "from the command to ready",
    limit: "Node strips the types of some hundred files and opens two databases.",
  },
} as const satisfies Record<string, Figure>;

export type Name = keyof typeof USUAL | keyof typeof FURTHER;
export const FIGURES: Readonly<Record<Name, Figure>> = { ...USUAL, ...FURTHER };
export const USUAL_NAMES = Object.keys(USUAL) as Name[];
export const NAMES = Object.keys(FIGURES) as Name[];
