import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { CfnPipe } from "aws-cdk-lib/aws-pipes";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { pipe } from "../infra/pipe.ts";
import { functionOf, type Workshop } from "./function.ts";

interface Ends {
  readonly own: EventBus;
  /** Where goes what can't be told. */
  readonly dead: Queue;
}

/** The pipe of `infra/pipe.ts`: changes of the table as plain events on the bus. */
export function pipeOf(stack: Stack, shop: Workshop, table: Table, { own, dead }: Ends): void {
  const enrich = functionOf(stack, pipe.enrichment, shop, {
    keeps:
      "The pipe asks it and waits: what it can't tell is halved, and the change that is left is a dead letter of the pipe",
  });
  const stream = table.tableStreamArn ?? "";
  const log = new LogGroup(stack, "PipeLog", {
    logGroupName: `/aws/vendedlogs/pipes/${shop.name(pipe.name)}`,
    retention: shop.config.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = roleOf(stack, [
    [
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      stream,
    ],
    [["lambda:InvokeFunction"], enrich.functionArn],
    [["events:PutEvents"], own.eventBusArn],
    [["sqs:SendMessage"], dead.queueArn],
  ]);
  new CfnPipe(stack, "Pipe", {
    name: shop.name(pipe.name),
    roleArn: role.roleArn,
    source: stream,
    sourceParameters: {
      filterCriteria: { filters: pipe.filters.map((filter) => ({ pattern: JSON.stringify(filter) })) },
      dynamoDbStreamParameters: {
        // What happened while the pipe was being made is told as well.
        startingPosition: "TRIM_HORIZON",
        batchSize: pipe.batch,
        maximumRetryAttempts: pipe.retries,
        onPartialBatchItemFailure: "AUTOMATIC_BISECT",
        deadLetterConfig: { arn: dead.queueArn },
      },
    },
    enrichment: enrich.functionArn,
    target: own.eventBusArn,
    targetParameters: {
      eventBridgeEventBusParameters: { source: "$.source", detailType: "$.detail-type" },
      inputTemplate: "<$.detail>",
    },
    logConfiguration: { level: "ERROR", cloudwatchLogsLogDestination: { logGroupArn: log.logGroupArn } },
  });
}

const roleOf = (stack: Stack, may: readonly (readonly [actions: string[], resource: string])[]): Role =>
  new Role(stack, "PipeRole", {
    assumedBy: new ServicePrincipal("pipes.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
    inlinePolicies: {
      pipe: new PolicyDocument({
        statements: may.map(([actions, resource]) => new PolicyStatement({ actions, resources: [resource] })),
      }),
    },
  });
