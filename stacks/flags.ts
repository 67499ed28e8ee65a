/** What CDK leaves off for apps that are older than its newer, safer ways (CDK guide, "Feature flags"). */
export const FLAGS = {
  // What CloudFormation would refuse fails here already.
  "@aws-cdk/core:validateAgainstDefaultRules": true,
  // Access logs by bucket policy: access control lists are off.
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  "@aws-cdk/aws-s3:createDefaultLoggingPolicy": true,
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
  "@aws-cdk/core:target-partitions": ["aws"],
  "@aws-cdk/aws-iam:standardizedServicePrincipals": true,
  "@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption": true,
  // A stack can't take away what another one still uses.
  "@aws-cdk/core:defaultCrossStackReferences": "strong",
  "@aws-cdk/customresources:installLatestAwsSdkDefault": false,
} as const;
