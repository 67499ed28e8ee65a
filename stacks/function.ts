import { join } from "node:path";
import { Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { type FunctionName, functions } from "../infra/functions.ts";
import { acknowledge, wildcard } from "./acknowledge.ts";
import { environmentOf, type Told } from "./environment.ts";
import { allowed, type Resources, type Statement } from "./grants.ts";
import { idOf } from "./names.ts";
import type { Scope } from "./scope.ts";

/** What all functions are built with. */
export interface Workshop extends Scope {
  readonly resources: Resources;
  readonly told: Told;
}

/** X-Ray has no resources to name (Service Authorization Reference, X-Ray). */
const TRACE: Statement = { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] };

/** What depends on how a function is invoked. */
interface Invoked {
  /** Where an invocation is kept that failed for good. */
  readonly keeps: string;
  /** What it takes to be invoked that way. */
  readonly also?: readonly Statement[];
}

/** One function of `infra/functions.ts`. Its role may do what stands there, write its own log, trace, and what invoking it takes. */
export function functionOf(
  stack: Stack,
  name: FunctionName,
  shop: Workshop,
  { keeps, also = [] }: Invoked,
): Lambda {
  const { purpose, memory, timeout } = functions[name];
  const id = idOf(name);
  const logGroup = new LogGroup(stack, `${id}Log`, {
    logGroupName: `/perennial/${shop.config.stage}/${name}`,
    retention: shop.config.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const { logLevel } = shop.config;
  const lambda = new Lambda(stack, id, {
    functionName: shop.name(name),
    description: purpose,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: Code.fromAsset(join(shop.assets.functions, name)),
    memorySize: memory,
    timeout: Duration.seconds(timeout),
    // The library would add what it thinks of to a policy beside ours.
    role: roleOf(stack, name, shop, [...also, write(logGroup)]).withoutPolicyUpdates(),
    environment: environmentOf(name, stack, shop.config, shop.told, shop.resources),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel[logLevel],
    systemLogLevelV2: SystemLogLevel.WARN,
    tracing: Tracing.ACTIVE,
  });
  acknowledge(lambda, { "Serverless-LambdaDLQ": keeps });
  return lambda;
}

const write = ({ logGroupArn }: LogGroup): Statement => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [logGroupArn],
});

/** Only these statements, in one policy of its own: no managed policy gives it more. */
function roleOf(stack: Stack, name: FunctionName, shop: Workshop, also: readonly Statement[]): Role {
  const statements = [...allowed(name, stack, shop.resources), ...also, TRACE];
  const role = new Role(stack, `${idOf(name)}Role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What ${shop.name(name)} may do`,
    inlinePolicies: { infra: new PolicyDocument({ statements: statements.map(allow) }) },
  });
  acknowledge(role, wildcards(stack, statements));
  return role;
}

/** The wildcards that are left, each with the actions that need it. */
function wildcards(stack: Stack, statements: readonly Statement[]): Record<string, string> {
  const all = Map.groupBy(
    statements.flatMap(({ actions, resources }) => resources.map((resource) => ({ actions, resource }))),
    ({ resource }) => resource,
  );
  const starred = [...all].filter(([resource]) => resource.endsWith("*"));
  const reasons = starred.map(([resource, its]) => [
    wildcard(stack, resource),
    `${its.flatMap(({ actions }) => actions).join(", ")}: ${because(resource)}`,
  ]);
  const star = "Only actions that know no resources are granted on *; AwsSolutions-IAM5 names them";
  return { ...Object.fromEntries(reasons), "Serverless-LambdaStarPermissions": star };
}

function because(resource: string): string {
  if (resource === "*")
    return "AWS defines no resource for these actions, so no narrower policy can be written";
  if (resource.endsWith("/*"))
    return "ids of imports are part of every object's key; the bucket holds nothing else";
  return "an execution's name ends with the campaign, and only this one workflow's are covered";
}

const allow = ({ actions, resources }: Statement) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });
