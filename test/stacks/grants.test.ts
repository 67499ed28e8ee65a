import { beforeAll, expect, test } from "vitest";
import { type FunctionSpec, functions, type Grant } from "../../infra/functions.ts";
import { queues, schedules, table } from "../../infra/index.ts";
import { ours } from "./support/realised.ts";
import { all, its, type Placed, short, type Templates, templates, text } from "./support/template.ts";

let from: Templates;
/** Under which name the one stack has the link secret and the others find it. */
let secret: string | undefined;
beforeAll(() => {
  from = templates();
  const outputs = Object.values(from.data?.Outputs ?? {});
  secret = outputs.find(({ Value }) => /^<Secret\w+>$/.test(text(Value)))?.Export?.Name;
});

const ACCOUNT = "eu-central-1:<AWS::AccountId>";
const TABLE = `arn:<AWS::Partition>:dynamodb:${ACCOUNT}:table/perennial-test`;
const FILES = "arn:<AWS::Partition>:s3:::perennial-test-files-<AWS::AccountId>-eu-central-1";
const MAIL = ["identity/careers@example.org", "configuration-set/perennial-test"].map(
  (it) => `arn:<AWS::Partition>:ses:${ACCOUNT}:${it}`,
);

/** Where AWS looks for a permission to do this (Service Authorization Reference), said once more beside the stacks. */
function resourcesOf(on: Grant["on"], action: string): readonly string[] {
  if (action === "dynamodb:Query")
    return [TABLE, ...table.indexes.map(({ name }) => `${TABLE}/index/${name}`)];
  if (action === "s3:ListBucket") return [FILES];
  if (action === "ses:GetAccount" || action === "ses:ListSuppressedDestinations") return ["*"];
  const machine = on === "workflow" ? "perennial-test-campaign" : "perennial-test-import";
  if (action === "states:StopExecution")
    return [`arn:<AWS::Partition>:states:${ACCOUNT}:execution:${machine}:*`];
  if (on === "secret") return [`<${secret}>`];
  const wholes = { table: [TABLE], files: [`${FILES}/*`], email: MAIL };
  return on === "workflow" || on === "importWorkflow"
    ? [`arn:<AWS::Partition>:states:${ACCOUNT}:stateMachine:${machine}`]
    : wholes[on];
}

/** `action on resource`, as the function's one role allows it. */
function allowed(lambda: Placed<"AWS::Lambda::Function">): string[] {
  const [, role = ""] = /^<(.*)\.Arn>$/.exec(text(lambda.Properties.Role)) ?? [];
  const attached = all(from, "AWS::IAM::Policy").filter(
    ({ stack, Properties: it }) =>
      stack === lambda.stack && it.Roles.some((one) => text(one) === `<${role}>`),
  );
  const { Policies = [], ManagedPolicyArns } = its(lambda.stack, role, "AWS::IAM::Role") ?? {};
  expect([ManagedPolicyArns, attached]).toEqual([undefined, []]);
  return Policies.flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Effect, Action, Resource }) => {
      expect(Effect).toBe("Allow");
      return [Action].flat().flatMap((action) => [Resource].flat().map((one) => `${action} on ${text(one)}`));
    }),
  ).sort();
}
/** What a function needs besides what it does: its log, its trace, and what invokes it. */
function besides(name: string, lambda: Placed<"AWS::Lambda::Function">): string[] {
  const log = text(lambda.Properties.LoggingConfig.LogGroup).slice(1, -1);
  const fed = Object.entries(queues).filter(([, queue]) => queue.function === name);
  const takes = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
  const queueId = (wanted: string) =>
    all(from, "AWS::SQS::Queue").find(({ Properties: it }) => short(it.QueueName) === wanted)?.id;
  return [
    ...["logs:CreateLogStream", "logs:PutLogEvents"].map((action) => `${action} on <${log}.Arn>`),
    ...["xray:PutTraceSegments", "xray:PutTelemetryRecords"].map((action) => `${action} on *`),
    ...fed.flatMap(([queue]) => takes.map((action) => `${action} on <${queueId(queue)}.Arn>`)),
    ...(schedules.some((one) => one.function === name)
      ? [`sqs:SendMessage on <${queueId("missed-dead")}.Arn>`]
      : []),
  ];
}

test.each(Object.entries<FunctionSpec>(functions))(
  "%s may do what infra says, and nothing else",
  (name, spec) => {
    const lambda = ours(from).find(({ Properties: it }) => short(it.FunctionName) === name);
    if (!lambda) throw new Error("It is not deployed");
    const granted = spec.grants.flatMap(({ on, actions }) =>
      actions.flatMap((action) => resourcesOf(on, action).map((resource) => `${action} on ${resource}`)),
    );
    expect(allowed(lambda)).toEqual([...granted, ...besides(name, lambda)].sort());
  },
);

test("a star stands only where AWS knows no resource", () => {
  const stars = ours(from).flatMap((lambda) => allowed(lambda).filter((one) => one.endsWith(" on *")));
  expect([...new Set(stars)].sort()).toEqual([
    "ses:GetAccount on *",
    "ses:ListSuppressedDestinations on *",
    "xray:PutTelemetryRecords on *",
    "xray:PutTraceSegments on *",
  ]);
});

test("a workflow may invoke the functions that it asks, each by name", () => {
  const roles = all(from, "AWS::StepFunctions::StateMachine").map((machine) => {
    const [, role = ""] = /^<(.*)\.Arn>$/.exec(text(machine.Properties.RoleArn)) ?? [];
    const asked = JSON.stringify(machine.Properties.DefinitionString).match(/"Fn::GetAtt":\["(\w+)"/g) ?? [];
    const { Policies = [] } = its(machine.stack, role, "AWS::IAM::Role") ?? {};
    const [{ Action, Resource } = {}] = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return { Action, may: [Resource].flat().map(text).sort(), asks: [...new Set(asked)].length };
  });
  expect(roles.map(({ may, asks }) => may.length - asks)).toEqual([0, 0]);
  expect(roles.flatMap(({ may }) => may).filter((one) => !one.endsWith(".Arn>"))).toEqual([]);
});
