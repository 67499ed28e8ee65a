import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";

/** A resource that Pulumi was asked for. */
interface Asked {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
interface Config {
  app(input: { stage: string }): Promise<Record<string, unknown>>;
  run(): Promise<Record<string, unknown>>;
}

const ROOT = resolve(import.meta.dirname, "../..");
const ACCOUNT = "111122223333";
const platform = join(ROOT, ".sst", "platform");
const require = createRequire(join(platform, "package.json"));
const pulumi = require("@pulumi/pulumi");
const asked: Asked[] = [];
let deployed = false;

beforeAll(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }: Asked) => {
        asked.push({ type, name, inputs });
        return { id: `${name}-id`, state: { ...inputs, outputs: { SiteUrl: "https://d1.example.org" } } };
      },
      call: ({ token, inputs }: { token: string; inputs: object }) => {
        if (token.includes("getCallerIdentity")) return { accountId: ACCOUNT };
        if (!deployed) throw { details: "Stack with id perennial-test-data does not exist", code: 2 };
        return inputs;
      },
    },
    "perennial",
    "test",
    false,
  );
  const paths = { root: ROOT, work: join(ROOT, ".sst"), platform };
  Object.assign(globalThis, {
    $util: pulumi,
    aws: require("@pulumi/aws"),
    $config: (config: Config) => config,
    $app: { name: "perennial", stage: "test", providers: {}, removal: "remove" },
    $cli: { command: "deploy", paths, state: { version: {} }, rpc: "" },
    $dev: false,
  });
  Object.assign(globalThis, { sst: await import(join(platform, "src/components/index.ts")) });
});

const config = async (): Promise<Config> => (await import(join(ROOT, "sst.config.ts"))).default;
const of = (type: string) => asked.filter((one) => one.type === type);
const resolved = (output: { apply: (then: (value: unknown) => void) => void }) =>
  new Promise((done) => output.apply(done));

test("production is kept, any other stage is removed with its app", async () => {
  const { app } = await config();
  expect(await app({ stage: "production" })).toMatchObject({ removal: "retain", protect: true });
  expect(await app({ stage: "dev" })).toMatchObject({ removal: "remove", protect: false });
});

test("a deployment is the nine templates, from the buckets that they name, and its outputs are linked", async () => {
  const outputs = await (await config()).run();
  expect(await resolved(outputs.siteUrl as never)).toBe("https://d1.example.org");
  await vi.waitFor(() => expect(of("aws:cloudformation/stack:Stack")).toHaveLength(9), 10_000);
  const buckets = of("aws:s3/bucket:Bucket").map(({ inputs }) => inputs.bucket);
  expect(buckets.sort()).toEqual(
    ["eu-central-1", "us-east-1"].map((region) => `perennial-test-assets-${ACCOUNT}-${region}`),
  );
  const keys = new Set(of("aws:s3/bucketObjectv2:BucketObjectv2").map(({ inputs }) => inputs.key));
  for (const { name, inputs } of of("aws:cloudformation/stack:Stack")) {
    const [, bucket, region, key] =
      /^https:\/\/(.*)\.s3\.(.*)\.amazonaws\.com\/(.*)$/.exec(String(inputs.templateUrl)) ?? [];
    expect([bucket, region], name).toEqual([
      `perennial-test-assets-${ACCOUNT}-${region}`,
      name.endsWith("-firewall") ? "us-east-1" : "eu-central-1",
    ]);
    expect(keys).toContain(key);
  }
  expect(of("sst:sst:Linkable").concat(of("sst:sst:LinkRef")).length).toBeGreaterThan(0);
});

test("dev starts the local cloud, and deploys nothing", async () => {
  asked.length = 0;
  Object.assign(globalThis, { $dev: true });
  expect(await (await config()).run()).toEqual({});
  expect(of("aws:cloudformation/stack:Stack")).toEqual([]);
});

test("dev on a stage that is deployed is refused, because SST would delete it", async () => {
  deployed = true;
  await expect((await config()).run()).rejects.toThrow("Develop on another one");
});
