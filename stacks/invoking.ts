import type { Stack } from "aws-cdk-lib";
import { type IPrincipal, PolicyDocument, PolicyStatement, Role } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";

interface Invoking {
  readonly by: IPrincipal;
  readonly asked: readonly Lambda[];
  /** What it may do besides. */
  readonly also?: readonly PolicyStatement[];
}

/** The role of a service that invokes these functions, each by its name: a definition given as text brings no permissions along. */
export const invokingRole = (stack: Stack, id: string, { by, asked, also = [] }: Invoking): Role =>
  new Role(stack, id, {
    assumedBy: by,
    inlinePolicies: {
      functions: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ["lambda:InvokeFunction"],
            resources: asked.map(({ functionArn }) => functionArn),
          }),
          ...also,
        ],
      }),
    },
  });
