import type { FunctionName } from "../functions.ts";

/** A state machine in Amazon States Language (JSONPath). */
export interface Asl {
  readonly Comment: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const Retry = [
  {
    ErrorEquals: ["States.ALL"],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: "FULL",
  },
];
/** For a day: whatever made the task fail may keep us from saying so, and a campaign that failed must not look as if it ran. */
export const PatientRetry = [
  {
    ErrorEquals: ["States.ALL"],
    IntervalSeconds: 5,
    MaxAttempts: 100,
    BackoffRate: 2,
    MaxDelaySeconds: 900,
    JitterStrategy: "FULL",
  },
];
const Catch = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "Fail" }];

/** What every task is told: which campaign, which execution of it, and the trace it goes on. */
const whole = {
  "campaignId.$": "$.campaignId",
  "epoch.$": "$.epoch",
  "run.$": "$.run",
  "trace.$": "$.trace",
};

type Invoke = (
  name: FunctionName,
  input: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** Tasks that call a function by the name that AWS or the laptop gives it. */
export const invoking =
  (arnOf: (name: FunctionName) => string): Invoke =>
  (name, input) => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Parameters: { FunctionName: arnOf(name), Payload: input },
    Retry,
  });

/** What an execution knows before its first look. */
const fresh = { events: 0, quiet: 0, empty: 0 };

const when = (next: string, Next: string) => ({ Variable: "$.plan.next", StringEquals: next, Next });

/** Is this execution still the campaign's? Then it waits for the start, lets people in, or goes on. */
const opening = (invoke: Invoke) => ({
  Open: {
    ...invoke("campaignOpen", whole),
    ResultSelector: {
      "next.$": "$.Payload.next",
      "wakeAt.$": "$.Payload.wakeAt",
      "parts.$": "$.Payload.parts",
      ...fresh,
    },
    ResultPath: "$.plan",
    Catch,
    Next: "Opened",
  },
  Opened: {
    Type: "Choice",
    Choices: [when("plan", "Plan"), when("wait", "Start"), when("enrol", "Enrol")],
    Default: "Replaced",
  },
  Start: { Type: "Wait", TimestampPath: "$.plan.wakeAt", Next: "Open" },
  Enrol: {
    Type: "Map",
    ItemsPath: "$.plan.parts",
    ItemSelector: { ...whole, "part.$": "$$.Map.Item.Value" },
    MaxConcurrency: 8,
    ItemProcessor: {
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: "Enter",
      States: { Enter: { ...invoke("campaignEnrol", { ...whole, "part.$": "$.part" }), End: true } },
    },
    ResultPath: null,
    Catch,
    Next: "Enrolled",
  },
  Enrolled: {
    Type: "Pass",
    Result: { ...fresh, events: 200, enrolled: true },
    ResultPath: "$.plan",
    Next: "Plan",
  },
});

/** Who is due: now, later, or nobody. */
const looking = (invoke: Invoke) => ({
  Plan: {
    ...invoke("campaignPlan", { ...whole, "plan.$": "$.plan" }),
    ResultSelector: {
      "next.$": "$.Payload.next",
      "events.$": "$.Payload.events",
      "quiet.$": "$.Payload.quiet",
      "empty.$": "$.Payload.empty",
      "wakeAt.$": "$.Payload.wakeAt",
      "workers.$": "$.Payload.workers",
    },
    ResultPath: "$.plan",
    Catch,
    Next: "Planned",
  },
  Planned: {
    Type: "Choice",
    Choices: [
      when("advance", "Advance"),
      when("sleep", "Sleep"),
      when("renew", "Renew"),
      when("done", "Closed"),
    ],
    Default: "Replaced",
  },
  Sleep: { Type: "Wait", TimestampPath: "$.plan.wakeAt", Next: "Plan" },
});

/** Workers, each with its shards of the people who are due. What they answer is in the table, not here. */
const advancing = (invoke: Invoke) => ({
  Advance: {
    Type: "Map",
    ItemsPath: "$.plan.workers",
    ItemSelector: { ...whole, "worker.$": "$$.Map.Item.Value" },
    MaxConcurrency: 40,
    ItemProcessor: {
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: "Worker",
      States: { Worker: { ...invoke("campaignAdvance", { ...whole, "worker.$": "$.worker" }), End: true } },
    },
    ResultPath: null,
    Catch,
    Next: "Plan",
  },
});

/** The ends: nobody is left, another execution goes on, another epoch took over, or a task failed for good. */
const ending = (invoke: Invoke) => ({
  Renew: { ...invoke("campaignRenew", whole), ResultPath: null, Catch, Next: "Renewed" },
  Renewed: { Type: "Succeed" },
  Closed: { Type: "Succeed" },
  Replaced: { Type: "Succeed" },
  Fail: {
    ...invoke("campaignFail", { ...whole, "error.$": "$.error" }),
    Retry: PatientRetry,
    ResultPath: null,
    Next: "Failed",
  },
  Failed: {
    Type: "Fail",
    Error: "CampaignFailed",
    Cause: "The campaign is marked failed; its page says why.",
  },
});

/**
 * The campaign's durable workflow: one Standard execution per campaign and epoch, position is data. Input:
 * `{ campaignId, epoch, run, trace }`. Waits stand at the top level only, JSONPath only, no Assign: what the laptop's
 * interpreter can do, held by a test.
 * @param arnOf the ARN of a function, as AWS or the laptop names it
 */
export function campaignWorkflow(arnOf: (name: FunctionName) => string): Asl {
  const invoke = invoking(arnOf);
  return {
    Comment:
      "One nurture campaign. Every person's position is an enrolment item; this only decides when to look.",
    StartAt: "Open",
    States: { ...opening(invoke), ...looking(invoke), ...advancing(invoke), ...ending(invoke) },
  };
}

export const workflow = { name: "perennial-campaign", type: "STANDARD" } as const;
