/** What an operator is woken for. Each has an entry in `docs/operations.md` under `#alarm-<name>`. */
export interface Alarm {
  readonly name: string;
  /** The question it answers with no. */
  readonly says: string;
  /** What is looked at; one alarm each where there are several. */
  readonly on:
    | "dead-letters"
    | "queues"
    | "workflows"
    | "pipe"
    | "functions"
    | "self-check"
    | "gateway"
    | "reputation"
    | "quota";
  /** Namespace and name of the CloudWatch metric. */
  readonly metric: readonly [namespace: string, name: string];
  readonly statistic: "Maximum" | "Sum" | "Average";
  /** It rings above this. `quota`: a share of what SES lets us send a day. */
  readonly above: number;
  /** Seconds that are looked at, so many times in a row. */
  readonly period: number;
  readonly periods: number;
}

const MINUTES = 60;
const DAY = 24 * 60 * MINUTES;

/** SES puts an account under review at 5 % bounces and at 0.1 % complaints (SES guide, "Enforcement FAQs"): ours ring before. */
export const alarms = [
  {
    name: "dead-letters",
    says: "Something was given up: a message was tried as often as it may be",
    on: "dead-letters",
    metric: ["AWS/SQS", "ApproximateNumberOfMessagesVisible"],
    statistic: "Maximum",
    above: 0,
    period: 5 * MINUTES,
    periods: 1,
  },
  {
    name: "stuck-messages",
    says: "A message has waited for half an hour",
    on: "queues",
    metric: ["AWS/SQS", "ApproximateAgeOfOldestMessage"],
    statistic: "Maximum",
    above: 30 * MINUTES,
    period: 5 * MINUTES,
    periods: 2,
  },
  {
    name: "failed-executions",
    says: "A campaign or an import failed",
    on: "workflows",
    metric: ["AWS/States", "ExecutionsFailed"],
    statistic: "Sum",
    above: 0,
    period: 5 * MINUTES,
    periods: 1,
  },
  {
    name: "failed-pipe",
    says: "Changes of the table do not reach the bus",
    on: "pipe",
    metric: ["AWS/EventBridge/Pipes", "ExecutionFailed"],
    statistic: "Sum",
    above: 0,
    period: 5 * MINUTES,
    periods: 2,
  },
  {
    name: "throttles",
    says: "Functions are refused because too many run in this account",
    on: "functions",
    metric: ["AWS/Lambda", "Throttles"],
    statistic: "Sum",
    above: 10,
    period: 5 * MINUTES,
    periods: 2,
  },
  {
    name: "http-faults",
    says: "Pages or the API answer with errors of ours",
    on: "gateway",
    metric: ["AWS/ApiGateway", "5xx"],
    statistic: "Sum",
    above: 5,
    period: 5 * MINUTES,
    periods: 1,
  },
  {
    name: "drift",
    says: "Figures or the roster are not what the log says",
    on: "self-check",
    // Written by packages/functions/scheduled/self-check.ts, only when there is something to say.
    metric: ["Perennial", "Drift"],
    statistic: "Sum",
    above: 0,
    period: DAY,
    periods: 1,
  },
  {
    name: "bounce-rate",
    says: "More than 4 % of mail bounces",
    on: "reputation",
    metric: ["AWS/SES", "Reputation.BounceRate"],
    statistic: "Average",
    above: 0.04,
    period: 60 * MINUTES,
    periods: 1,
  },
  {
    name: "complaint-rate",
    says: "More than 0.08 % of mail is reported as spam",
    on: "reputation",
    metric: ["AWS/SES", "Reputation.ComplaintRate"],
    statistic: "Average",
    above: 0.0008,
    period: 60 * MINUTES,
    periods: 1,
  },
  {
    name: "quota",
    says: "More than 80 % of the mails that SES allows in a day are sent",
    on: "quota",
    metric: ["AWS/SES", "Send"],
    statistic: "Sum",
    above: 0.8,
    period: DAY,
    periods: 1,
  },
] as const satisfies readonly Alarm[];
