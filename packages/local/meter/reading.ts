/** What AWS bills by, each as the price page of its service counts it (infra/prices.ts). */
export const UNITS = [
  "dynamodb.write",
  "dynamodb.read",
  "lambda.request",
  "lambda.gbSecond",
  "states.transition",
  "events.custom",
  "events.archivedByte",
  "events.ses",
  "pipes.request",
  "sqs.request",
  "ses.mail",
  "ses.byte",
  "api.request",
  "s3.write",
  "s3.read",
  "logs.byte",
] as const;
export type Unit = (typeof UNITS)[number];

/** Who used it and for what: `campaignAdvance Update enrolment`. */
export type By = string;

/** Is told of everything that AWS would put on the bill, as it happens. */
export type Meter = (unit: Unit, amount: number, by: By) => void;

/** Amounts, and how many times it was told, by unit and by what used it. */
export type Reading = Readonly<Partial<Record<Unit, Readonly<Record<By, Used>>>>>;

export interface Used {
  readonly amount: number;
  readonly times: number;
}

/** The unit in which SQS, EventBridge and Pipes bill whatever is larger. */
export const CHUNK = 64 * 1024;

/** A payload of so many bytes, as those bill it. */
export const chunks = (bytes: number): number => Math.max(1, Math.ceil(bytes / CHUNK));
