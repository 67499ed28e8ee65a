import type { Stack } from "aws-cdk-lib";
import type { CfnBucket, IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { acknowledge } from "./acknowledge.ts";
import type { Scope } from "./scope.ts";

/**
 * Puts the built web app into its bucket, with what it reads at `/config.json`. Files that a browser may still ask for stay:
 * their names change with their contents.
 */
export function publish(
  stack: Stack,
  scope: Scope,
  bucket: IBucket,
  settings: Readonly<Record<string, string>>,
): void {
  const app = Source.asset(scope.assets.web);
  const common = { destinationBucket: bucket, prune: false, memoryLimit: 256 };
  const files = new BucketDeployment(stack, "Assets", {
    ...common,
    sources: [app],
    include: ["assets/*"],
    exclude: ["*"],
    cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
  });
  const pages = new BucketDeployment(stack, "Pages", {
    ...common,
    sources: [app, Source.jsonData("config.json", settings)],
    exclude: ["assets/*"],
    cacheControl: [CacheControl.fromString("no-cache")],
  });
  // A page that names files which are not there yet would be blank.
  pages.node.addDependency(files);
  accept(pages, stack, scope, bucket);
}

/** What CDK's own function for it is given; it runs while a stack is deployed and at no other time. */
function accept({ handlerRole }: BucketDeployment, stack: Stack, { assets }: Scope, bucket: IBucket) {
  const copies = "CDK's function copies the built web app from the asset bucket into the app's bucket";
  const from = assets.bucket ?? "cdk-hnb659fds-assets-<AWS::AccountId>";
  const to = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const actions = ["s3:GetObject*", "s3:GetBucket*", "s3:List*", "s3:DeleteObject*", "s3:Abort*"];
  acknowledge(handlerRole, {
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]": `${copies}, and writes a log of it by AWS's policy for that`,
    ...Object.fromEntries(
      actions.map((it) => [
        `AwsSolutions-IAM5[Action::${it}]`,
        `${copies}; it may ${it} on these two buckets only`,
      ]),
    ),
    [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${from}-${stack.region}/*]`]: `${copies}; names of assets are hashes`,
    [`AwsSolutions-IAM5[Resource::<${to}.Arn>/*]`]: `${copies}; names of its files change with their contents`,
  });
  if (handlerRole.node.scope)
    acknowledge(handlerRole.node.scope, {
      "AwsSolutions-L1": "CDK chooses the runtime of its own function, and moves it with its versions",
      "Serverless-LambdaLatestVersion":
        "CDK chooses the runtime of its own function, and moves it with its versions",
      "Serverless-LambdaDLQ":
        "CloudFormation asks it and waits: what fails fails the deployment, which is rolled back",
      "Serverless-LambdaTracing":
        "It runs while a stack is deployed; what it did is in its log and in the stack's events",
    });
}
