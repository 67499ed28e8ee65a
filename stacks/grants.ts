import { Aws, type Stack } from "aws-cdk-lib";
import { type FunctionSpec, functions, type Grant } from "../infra/functions.ts";
import { table } from "../infra/table.ts";
import { workflow } from "../infra/workflows/campaign.ts";
import { importing } from "../infra/workflows/import.ts";

/** The resources that `infra/functions.ts` grants actions on. */
export interface Resources {
  readonly table: string;
  /** Objects and bucket. */
  readonly files: string;
  /** What a sender needs permission for. */
  readonly email: readonly string[];
  /** Names of the state machines. */
  readonly workflow: string;
  readonly importWorkflow: string;
  readonly secret: string;
}

export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** SES asks for `*` where an action is about the account and not about an identity (Service Authorization Reference, SES v2). */
const ACCOUNT_WIDE = ["ses:GetAccount", "ses:ListSuppressedDestinations"];

/** What one grant allows, resource by resource: a query may read indexes, a list is of the bucket and an object is in it. */
function statements({ on, actions }: Grant, stack: Stack, resources: Resources): Statement[] {
  const only = (some: readonly string[], its: readonly string[]): Statement[] =>
    some.length > 0 ? [{ actions: some, resources: its }] : [];
  const split = (isOne: (action: string) => boolean, one: readonly string[], other: readonly string[]) => [
    ...only(actions.filter(isOne), one),
    ...only(
      actions.filter((action) => !isOne(action)),
      other,
    ),
  ];
  if (on === "table")
    return split((it) => it === "dynamodb:Query", indexed(resources.table), [resources.table]);
  if (on === "email") return split((it) => ACCOUNT_WIDE.includes(it), ["*"], resources.email);
  if (on === "files")
    return split((it) => it === "s3:ListBucket", [resources.files], [`${resources.files}/*`]);
  if (on === "secret") return [{ actions, resources: [resources.secret] }];
  const name = resources[on];
  return split(
    (it) => it === "states:StopExecution",
    [`${machineArn(stack, name, "execution")}:*`],
    [machineArn(stack, name, "stateMachine")],
  );
}

const indexed = (tableArn: string) => [
  tableArn,
  ...table.indexes.map(({ name }) => `${tableArn}/index/${name}`),
];

/** Written out rather than referred to: a machine names its functions, so they can't refer to it. */
export const machineArn = (
  { region }: Pick<Stack, "region">,
  name: string,
  of: "stateMachine" | "execution",
) => `arn:${Aws.PARTITION}:states:${region}:${Aws.ACCOUNT_ID}:${of}:${name}`;

/** Everything that a function may do to the resources of `infra/`. */
export const allowed = (name: keyof typeof functions, stack: Stack, resources: Resources): Statement[] =>
  (functions[name] as FunctionSpec).grants.flatMap((grant) => statements(grant, stack, resources));

/** The names of the machines, as `infra/` has them. */
export const machines = { workflow: workflow.name, importWorkflow: importing.name } as const;
