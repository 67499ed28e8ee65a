import { Duration, type Stack } from "aws-cdk-lib";
import { PolicyStatement, type Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig, type Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { FunctionName } from "../infra/functions.ts";
import { schedules } from "../infra/schedules.ts";
import { functionOf, type Workshop } from "./function.ts";
import { invokingRole } from "./invoking.ts";
import { idOf } from "./names.ts";

/** The schedules of `infra/schedules.ts`, each to its function; a run that failed for good is a dead letter. */
export function schedulesOf(stack: Stack, shop: Workshop, missed: Queue): void {
  const names = [...new Set<FunctionName>(schedules.map((schedule) => schedule.function))];
  const made = new Map(names.map((name) => [name, scheduled(stack, shop, name, missed)]));
  const role = roleOf(stack, [...made.values()], missed);
  for (const { name, expression, function: of } of schedules)
    new CfnSchedule(stack, `${idOf(name)}Schedule`, {
      name: shop.name(name),
      scheduleExpression: expression,
      scheduleExpressionTimezone: "UTC",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: made.get(of)?.functionArn ?? "",
        roleArn: role.roleArn,
        input: JSON.stringify({ schedule: name }),
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: missed.queueArn },
      },
    });
}

function scheduled(stack: Stack, shop: Workshop, name: FunctionName, missed: Queue): Lambda {
  const lambda = functionOf(stack, name, shop, {
    keeps:
      "A run that fails twice is sent to the dead letters of the schedules (missed), by its on-failure destination",
    also: [{ actions: ["sqs:SendMessage"], resources: [missed.queueArn] }],
  });
  new EventInvokeConfig(stack, `${idOf(name)}Failing`, {
    function: lambda,
    onFailure: new SqsDestination(missed),
    retryAttempts: 2,
    maxEventAge: Duration.hours(6),
  });
  return lambda;
}

const roleOf = (stack: Stack, asked: readonly Lambda[], missed: Queue): Role =>
  invokingRole(stack, "SchedulerRole", {
    by: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
    asked,
    also: [new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [missed.queueArn] })],
  });
