import { Aws, Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { storage } from "../infra/storage.ts";
import { isProduction } from "./config.ts";
import type { Scope } from "./scope.ts";

/** Known before it is made, because the web app's policy names it: buckets share one space of names with all of AWS. */
export const bucketName = ({ name, config }: Scope, of: string): string =>
  `${name(of)}-${Aws.ACCOUNT_ID}-${config.region}`;

/** The private bucket of `infra/storage.ts`, and the one that keeps who asked for what in it. */
export function files(stack: Stack, scope: Scope, siteUrl: string, encryptionKey: IKey | undefined): IBucket {
  const closed = {
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    ...(isProduction(scope.config)
      ? { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE }
      : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
  };
  const asked = new Bucket(stack, "AccessLog", {
    ...closed,
    bucketName: bucketName(scope, "perennial-access"),
    encryption: BucketEncryption.S3_MANAGED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: [{ expiration: Duration.days(scope.config.logDays) }],
  });
  const bucket = new Bucket(stack, "Files", {
    ...closed,
    bucketName: bucketName(scope, storage.bucket),
    serverAccessLogsBucket: asked as IBucket,
    serverAccessLogsPrefix: "files/",
    ...(encryptionKey
      ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    cors: [
      {
        allowedOrigins: [siteUrl],
        allowedMethods: storage.cors.methods.map((method) => HttpMethods[method]),
        allowedHeaders: [...storage.cors.headers],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      ...storage.expiry.map(({ prefix, days }) => ({ prefix, expiration: Duration.days(days) })),
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  }); // The library's own classes leave out what exactOptionalPropertyTypes asks of its interfaces.
  return bucket as IBucket;
}
