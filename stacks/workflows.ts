import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import type { FunctionName } from "../infra/functions.ts";
import { type Asl, campaignWorkflow, workflow } from "../infra/workflows/campaign.ts";
import { importing, importWorkflow } from "../infra/workflows/import.ts";
import { acknowledge } from "./acknowledge.ts";
import { functionOf, type Workshop } from "./function.ts";
import { invokingRole } from "./invoking.ts";
import { idOf } from "./names.ts";
import { stackOf } from "./scope.ts";

interface Machine {
  readonly name: string;
  readonly definition: (arnOf: (name: FunctionName) => string) => Asl;
}

/** The state machines of `infra/workflows/`, with the functions that they ask. */
export function workflowsStack(shop: Workshop): Stack {
  const stack = stackOf(shop, "workflows");
  const all: readonly Machine[] = [
    { name: workflow.name, definition: campaignWorkflow },
    { name: importing.name, definition: importWorkflow },
  ];
  for (const one of all) machineOf(stack, shop, one);
  return stack;
}

function machineOf(stack: Stack, shop: Workshop, { name, definition }: Machine): void {
  const asked = new Map<FunctionName, Lambda>();
  const asking = (of: FunctionName) => {
    const known = asked.get(of) ?? functionOf(stack, of, shop, { keeps: KEPT });
    asked.set(of, known);
    return known.functionArn;
  };
  const id = idOf(name);
  const asl = stack.toJsonString(definition(asking));
  const logs = new LogGroup(stack, `${id}Log`, {
    // Resource policies of CloudWatch Logs are short; they cover this prefix by themselves (Step Functions guide, "Logging").
    logGroupName: `/aws/vendedlogs/states/${shop.name(name)}`,
    retention: shop.config.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const machine = new StateMachine(stack, id, {
    stateMachineName: shop.name(name),
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(asl),
    role: invokingRole(stack, `${id}Role`, {
      by: new ServicePrincipal("states.amazonaws.com"),
      asked: [...asked.values()],
    }),
    tracingEnabled: true,
    logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
  });
  acknowledge(machine.role, {
    "AwsSolutions-IAM5[Resource::*]":
      "Log deliveries (logs:*LogDelivery, logs:*ResourcePolicies) and traces (xray:*) know no resources (Step Functions guide, logging and X-Ray)",
  });
}

const KEPT =
  "The workflow asks it and waits: it tries again, then marks campaign or import as failed, and the alarm failed-executions rings";
