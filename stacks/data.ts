import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { acknowledge } from "./acknowledge.ts";
import { isProduction } from "./config.ts";
import { files } from "./files.ts";
import { ownKey } from "./key.ts";
import { type Scope, stackOf } from "./scope.ts";
import { tableOf } from "./table.ts";

export interface Data {
  readonly stack: Stack;
  readonly key: IKey | undefined;
  readonly table: Table;
  readonly files: IBucket;
  /** Signs links and keys the hashes of addresses. */
  readonly secret: Secret;
}

/** What must not be lost: the table, the files and the secret; and the key they lie under, when it is one's own. */
export function dataStack(scope: Scope, siteUrl: string): Data {
  const stack = stackOf(scope, "data");
  const key = scope.config.key === "own" ? ownKey(stack, scope) : undefined;
  const secret = new Secret(stack, "Secret", {
    secretName: scope.name("secret"),
    description: "Signs the links in mails and keys the hashes of addresses",
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: isProduction(scope.config)
      ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
      : RemovalPolicy.DESTROY,
  });
  acknowledge(secret, {
    "AwsSolutions-SMG4":
      "Another secret makes every unsubscribe link that was ever mailed invalid and every suppressed address unknown, so nothing may rotate it by itself",
  });
  return { stack, key, table: tableOf(stack, scope, key), files: files(stack, scope, siteUrl, key), secret };
}
