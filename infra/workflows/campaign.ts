import type { FunctionName } from "../functions.ts";

/** A state machine in Amazon States Language (JSONPath). */
export interface Asl {
  readonly Comment: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const Retry = [
  {
    ErrorEquals: ["States.ALL"],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: "FULL",
  },
];
const Catch = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "Fail" }];

/**
 * The campaign's durable workflow: one Standard execution per campaign and epoch, position is data. Input:
 * `{ campaignId, epoch, run, trace }`. Waits stand at the top level only, JSONPath only, no Assign: what the laptop's
 * interpreter can do (`docs/decisions.md`), held by a test.
 * @param arnOf the ARN of a function, as AWS or the laptop names it
 */
export function campaignWorkflow(arnOf: (name: FunctionName) => string): Asl {
  const invoke = (name: FunctionName, input: Record<string, unknown>) => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Parameters: { FunctionName: arnOf(name), Payload: input },
    Retry,
  });
  const whole = {
    "campaignId.$": "$.campaignId",
    "epoch.$": "$.epoch",
    "run.$": "$.run",
    "trace.$": "$.trace",
  };
  const when = (next: string, Next: string) => ({ Variable: "$.plan.next", StringEquals: next, Next });
  return {
    Comment:
      "One nurture campaign. Every person's position is an enrolment item; this only decides when to look.",
    StartAt: "Open",
    States: {
      Open: {
        ...invoke("campaignOpen", whole),
        ResultSelector: { "next.$": "$.Payload.next", events: 0, quiet: 0 },
        ResultPath: "$.plan",
        Catch,
        Next: "Opened",
      },
      Opened: { Type: "Choice", Choices: [when("plan", "Plan")], Default: "Replaced" },
      Plan: {
        ...invoke("campaignPlan", { ...whole, "plan.$": "$.plan" }),
        ResultSelector: {
          "next.$": "$.Payload.next",
          "events.$": "$.Payload.events",
          "quiet.$": "$.Payload.quiet",
          "wakeAt.$": "$.Payload.wakeAt",
          "workers.$": "$.Payload.workers",
        },
        ResultPath: "$.plan",
        Catch,
        Next: "Planned",
      },
      Planned: {
        Type: "Choice",
        Choices: [when("advance", "Advance"), when("sleep", "Sleep"), when("renew", "Renew")],
        Default: "Replaced",
      },
      Advance: {
        Type: "Map",
        ItemsPath: "$.plan.workers",
        ItemSelector: { ...whole, "worker.$": "$$.Map.Item.Value" },
        MaxConcurrency: 40,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Worker",
          States: {
            Worker: {
              ...invoke("campaignAdvance", {
                "campaignId.$": "$.campaignId",
                "epoch.$": "$.epoch",
                "trace.$": "$.trace",
                "worker.$": "$.worker",
              }),
              End: true,
            },
          },
        },
        ResultPath: null,
        Catch,
        Next: "Plan",
      },
      Sleep: { Type: "Wait", TimestampPath: "$.plan.wakeAt", Next: "Plan" },
      Renew: { ...invoke("campaignRenew", whole), ResultPath: null, Catch, Next: "Renewed" },
      Renewed: { Type: "Succeed" },
      Replaced: { Type: "Succeed" },
      Fail: {
        ...invoke("campaignFail", { ...whole, "error.$": "$.error" }),
        ResultPath: null,
        Next: "Failed",
      },
      Failed: {
        Type: "Fail",
        Error: "CampaignFailed",
        Cause: "The campaign is marked failed; its page says why.",
      },
    },
  };
}

export const workflow = { name: "perennial-campaign", type: "STANDARD" } as const;
