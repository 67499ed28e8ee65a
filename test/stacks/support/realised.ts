import type { Key } from "./kinds.ts";
import { all, its, named, one, type Placed, short, type Templates, text } from "./template.ts";

/** What the templates hold of `infra/`, in its own words. Only what `infra/` names: names of AWS's own are not looked at. */
export const realised = (from: Templates) => ({
  functions: functionsOf(from),
  routes: routesOf(from),
  bus: busOf(from),
  rules: rulesOf(from),
  queues: queuesOf(from),
  pipe: pipeOf(from),
  schedules: schedulesOf(from),
  table: tableOf(from),
});

/** CDK's own, which put the web app into its bucket and the firewall's name into the other region, are not ours. */
export const ours = (from: Templates) =>
  all(from, "AWS::Lambda::Function").filter(({ Properties: it }) => it.FunctionName !== undefined);

const functionsOf = (from: Templates) =>
  Object.fromEntries(
    ours(from).map(({ Properties: it }) => [
      short(it.FunctionName),
      { purpose: it.Description, memory: it.MemorySize, timeout: it.Timeout },
    ]),
  );

function routesOf(from: Templates) {
  const { Properties: stage } = one(from, "AWS::ApiGatewayV2::Stage");
  return all(from, "AWS::ApiGatewayV2::Route").map((route) => {
    const { RouteKey, Target, AuthorizationType } = route.Properties;
    const [, id = ""] = /^integrations\/<(.*)>$/.exec(text(Target)) ?? [];
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = stage.RouteSettings[RouteKey] ?? {};
    return {
      route: RouteKey,
      function: named(route, its(route.stack, id, "AWS::ApiGatewayV2::Integration")?.IntegrationUri),
      auth: AuthorizationType === "JWT" ? "recruiter" : "none",
      throttle: { rate, burst },
    };
  });
}

function busOf(from: Templates) {
  const { Properties: archive } = one(from, "AWS::Events::Archive");
  return {
    name: text(one(from, "AWS::Events::EventBus").Properties.Name),
    archiveDays: archive.RetentionDays,
  };
}

const rulesOf = (from: Templates) =>
  all(from, "AWS::Events::Rule").map((rule) => {
    const { Name, EventBusName, EventPattern, Targets } = rule.Properties;
    return {
      name: short(Name),
      bus: EventBusName === undefined ? "default" : "perennial",
      pattern: EventPattern,
      queue: Targets.map((target) => named(rule, target.Arn)).join(),
    };
  });

function queuesOf(from: Templates) {
  const fed = all(from, "AWS::Lambda::EventSourceMapping");
  const waiting = all(from, "AWS::SQS::Queue").filter(({ Properties: it }) => it.RedrivePolicy !== undefined);
  return Object.fromEntries(waiting.map((queue) => [short(queue.Properties.QueueName), queueOf(queue, fed)]));
}

function queueOf(
  queue: Placed<"AWS::SQS::Queue">,
  fed: readonly Placed<"AWS::Lambda::EventSourceMapping">[],
) {
  const { VisibilityTimeout, RedrivePolicy, QueueName } = queue.Properties;
  const feeding = fed.filter((one) => named(one, one.Properties.EventSourceArn) === short(QueueName));
  const [mapping] = feeding;
  const { FunctionName, BatchSize, MaximumBatchingWindowInSeconds, ScalingConfig } =
    mapping?.Properties ?? {};
  return {
    function: mapping && feeding.length === 1 ? named(mapping, FunctionName) : `${feeding.length} functions`,
    batch: BatchSize,
    window: MaximumBatchingWindowInSeconds ?? 0,
    visibility: VisibilityTimeout,
    attempts: RedrivePolicy?.maxReceiveCount,
    concurrency: ScalingConfig?.MaximumConcurrency,
  };
}

function pipeOf(from: Templates) {
  const pipe = one(from, "AWS::Pipes::Pipe");
  const { Name, SourceParameters, Enrichment, Target } = pipe.Properties;
  const { FilterCriteria, DynamoDBStreamParameters: stream } = SourceParameters;
  return {
    name: short(Name),
    filters: FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern)),
    enrichment: named(pipe, Enrichment),
    target: named(pipe, Target) === "" ? "perennial" : text(Target),
    batch: stream.BatchSize,
    retries: stream.MaximumRetryAttempts,
  };
}

const schedulesOf = (from: Templates) =>
  all(from, "AWS::Scheduler::Schedule").map((schedule) => {
    const { Name, ScheduleExpression, Target } = schedule.Properties;
    return { name: short(Name), expression: ScheduleExpression, function: named(schedule, Target.Arn) };
  });

const keysOf = (schema: readonly Key[]) => {
  const of = (type: Key["KeyType"]) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { partition: of("HASH"), sort: of("RANGE") };
};
/** ElectroDB's own marks go with every index. */
const RECOGNISED = ["__edb_e__", "__edb_v__"];

function tableOf(from: Templates) {
  const { Properties: it } = one(from, "AWS::DynamoDB::Table");
  return {
    name: text(it.TableName),
    keys: keysOf(it.KeySchema),
    ttl: it.TimeToLiveSpecification.AttributeName,
    stream: it.StreamSpecification.StreamViewType,
    pointInTimeRecovery: it.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
    indexes: it.GlobalSecondaryIndexes.map((index) => {
      const { NonKeyAttributes: carried } = index.Projection;
      const projection = carried?.filter((name) => !RECOGNISED.includes(name)) ?? "ALL";
      if (carried && projection.length !== carried.length - RECOGNISED.length)
        throw new Error(index.IndexName);
      return { name: index.IndexName, ...keysOf(index.KeySchema), projection };
    }),
  };
}
