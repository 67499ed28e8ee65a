import type { Assembly, Part } from "../assembly.ts";

/** What is there to deploy with in one region. */
interface Region {
  readonly provider: aws.Provider;
  readonly bucket: aws.s3.Bucket;
}

type Output = (stack: string, name: string) => $util.Output<string>;

/** Uploads what the templates name and deploys them, each after those it needs. Answers how to read a stack's output. */
export function deploy(parts: Assembly): Output {
  const regions = new Map<string, Region>();
  const stacks = new Map<string, aws.cloudformation.Stack>();
  for (const part of parts) {
    const region = regions.get(part.region) ?? regionOf(part);
    regions.set(part.region, region);
    const before = part.needs.flatMap((name) => stacks.get(name) ?? []);
    stacks.set(part.name, stackOf(part, region, before));
  }
  return (stack, name) => {
    const found = stacks.get(`perennial-${$app.stage}-${stack}`);
    if (!found) throw new Error(`There is no stack ${stack}`);
    return found.outputs.apply((outputs) => outputs[name] ?? "");
  };
}

function regionOf({ region, files }: Part): Region {
  const [file] = files;
  if (!file) throw new Error("A stack has at least its template to upload");
  const provider = new aws.Provider(`In-${region}`, { region: region as aws.Region });
  const bucket = new aws.s3.Bucket(
    `Assets-${region}`,
    { bucket: file.bucket, forceDestroy: true },
    { provider },
  );
  new aws.s3.BucketPublicAccessBlock(
    `AssetsClosed-${region}`,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    { provider },
  );
  return { provider, bucket };
}

function stackOf(
  { name, region, template, files }: Part,
  { provider, bucket }: Region,
  before: readonly aws.cloudformation.Stack[],
): aws.cloudformation.Stack {
  const elsewhere = files.filter((file) => file.bucket !== files[0]?.bucket);
  if (elsewhere.length > 0) throw new Error(`${name} names more than one bucket`);
  const objects = files.map(
    ({ path, zip, key }) =>
      new aws.s3.BucketObjectv2(
        `${name}-${key.slice(0, 12)}`,
        {
          bucket: bucket.id,
          key,
          source: zip ? new $util.asset.FileArchive(path) : new $util.asset.FileAsset(path),
        },
        // A stack that is rolled back asks for what it ran before.
        { provider, retainOnDelete: true },
      ),
  );
  return new aws.cloudformation.Stack(
    name,
    {
      name,
      capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
      templateUrl: $util.interpolate`https://${bucket.bucket}.s3.${region}.amazonaws.com/${template}`,
      tags: { "sst:app": $app.name, "sst:stage": $app.stage },
    },
    { provider, dependsOn: [...objects, ...before] },
  );
}

/** `sst dev` declares no stack, so SST would delete those of a stage that is deployed. */
export async function refuseDeployed(stage: string): Promise<Record<string, never>> {
  const there = await aws.cloudformation
    .getStack({ name: `perennial-${stage}-data` })
    .catch((error: unknown) => {
      if (/does not exist|not found|couldn't find|empty result/i.test(String(error))) return undefined;
      throw error;
    });
  if (there) throw new Error(`Stage ${stage} is deployed. Develop on another one: sst dev --stage yours`);
  return {};
}
