import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import { AnyPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Scope } from "./scope.ts";

/**
 * A key of the deployer's own for table and files. Whoever may use table or bucket may use it there and nowhere else, as with
 * AWS's own keys (KMS guide, `kms:ViaService`); so the functions' policies are the same with either.
 */
export function ownKey(stack: Stack, { name }: Scope): Key {
  const key = new Key(stack, "Key", {
    alias: name("data"),
    description: "The candidates' data of Perennial",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: "ThroughTableAndFilesOnly",
      principals: [new AnyPrincipal()],
      actions: [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:CreateGrant",
        "kms:DescribeKey",
      ],
      resources: ["*"],
      conditions: {
        StringEquals: {
          "kms:CallerAccount": stack.account,
          "kms:ViaService": [`dynamodb.${stack.region}.amazonaws.com`, `s3.${stack.region}.amazonaws.com`],
        },
      },
    }),
  );
  return key;
}
