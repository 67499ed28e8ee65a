import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { email } from "../../infra/email.ts";
import { type FunctionName, functions } from "../../infra/functions.ts";
import { pipe, queues, routes, schedules, table } from "../../infra/index.ts";
import { storage as infra } from "../../infra/storage.ts";
import * as Token from "../../packages/core/token/index.ts";
import { openClock } from "../../packages/local/clock/index.ts";
import { startStorage } from "../../packages/local/storage/index.ts";
import { openStore } from "../../packages/local/store.ts";
import { type Bundle, bundleAll, isPublic } from "../../stacks/bundle.ts";
import { settings } from "../core/support/people.ts";
import { claimsOf, request, sending } from "../functions/support/request.ts";
import { dynamodb } from "../local/dynamodb-setup.ts";
import { type Answer, callAll } from "./support/call.ts";

const LIMIT = 1_200_000;
const PUBLIC_LIMIT = 600_000;

const names = Object.keys(functions) as FunctionName[];
let outdir: string;
let bundles: readonly Bundle[];

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), "perennial-bundle-"));
  bundles = await bundleAll(outdir);
}, 60_000);
afterAll(() => rm(outdir, { recursive: true, force: true }));

const of = (name: FunctionName) => bundles.find((bundle) => bundle.name === name);

test("candidates reach one function, and it serves nobody else", () => {
  expect(names.filter(isPublic)).toEqual(["public"]);
});

test.each(names)("%s is small", (name) => {
  const { bytes = Number.POSITIVE_INFINITY, weighs = [] } = of(name) ?? {};
  const heaviest = weighs.slice(0, 8).map(([module, size]) => `${module} ${size}`);
  expect(bytes, heaviest.join(", ")).toBeLessThan(isPublic(name) ? PUBLIC_LIMIT : LIMIT);
});

/** What Lambda puts there by itself, and no service within reach. */
const AWS = {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: "key",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "token",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  AWS_MAX_ATTEMPTS: "1",
};

const at = (entries: Iterable<{ readonly function: FunctionName }>) =>
  new Set([...entries].map((entry) => entry.function));
const [asked, fed, timed] = [at(routes), at(Object.values(queues)), at(schedules)];

/** The least that each kind of function is called with, and what it makes of that without a table. */
function trivial(name: FunctionName): { event: unknown; answer: unknown } {
  if (asked.has(name))
    return { event: request("GET", "/nowhere"), answer: { output: { statusCode: expect.any(Number) } } };
  if (fed.has(name)) return { event: { Records: [] }, answer: { output: { batchItemFailures: [] } } };
  if (name === pipe.enrichment) return { event: [], answer: { output: [] } };
  // Its first call to AWS finds nobody: the client works up to the network.
  if (timed.has(name)) return { event: {}, answer: { error: { name: expect.any(String) } } };
  return { event: {}, answer: { error: { name: "AppError", code: "input.invalid" } } };
}

test("every function answers from where nothing else is installed", async () => {
  const cases = names.map((name) => ({ name, ...trivial(name) }));
  const answers = await callAll(outdir, cases, { ...AWS, PERENNIAL_LOG_LEVEL: "SILENT" });
  expect(Object.fromEntries(answers.map((answer, at) => [names[at], answer]))).toMatchObject(
    Object.fromEntries(cases.map(({ name, answer }) => [name, answer])),
  );
}, 60_000);

/** A table and a bucket, and the environment that leads to them. */
async function cloud() {
  const dir = await mkdtemp(join(tmpdir(), "perennial-bundle-cloud-"));
  const { endpoint } = await dynamodb();
  const store = await openStore(join(dir, "cloud"));
  const { bucket, expiry } = infra;
  const place = { bucket, expiry, path: join(dir, "files"), store, origins: [] };
  const storage = await startStorage({ ...place, clock: await openClock(store) });
  onTestFinished(async () => {
    await storage.stop();
    await store.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    ...AWS,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_S3: storage.endpoint,
    PERENNIAL_LOG_LEVEL: "SILENT",
    PERENNIAL_TABLE: table.name,
    PERENNIAL_BUCKET: bucket,
    PERENNIAL_SITE_URL: "https://join.acme.example",
    PERENNIAL_CONFIGURATION_SET: email.configurationSet,
    PERENNIAL_SECRET_ARN: ARN,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await keeping(SECRET),
  };
}
const ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:perennial-test-secret-AbCdEf";
const SECRET = "a secret of a test that is long enough";

/** Secrets Manager with one secret; each function that starts asks once. */
const secretsAsked: unknown[] = [];
async function keeping(SecretString: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const { SecretId } = JSON.parse((await request.toArray()).join(""));
    secretsAsked.push(SecretId);
    response.end(JSON.stringify(SecretId === ARN ? { SecretString } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const claims = claimsOf("admin");
const post = (path: string, body: unknown) => ({
  name: "api" as const,
  event: sending("POST", path, body, { claims }),
});
const bodyOf = (answer: Answer | undefined) =>
  JSON.parse(String((answer?.output as { body?: string } | undefined)?.body));

test("bundles read and write the table and the bucket, and render a mail", async () => {
  const env = await cloud();
  const wording = { subject: "Hello", body: "Read [this](https://acme.example/a)\n\n- one\n- two" };
  const answers = await callAll(
    outdir,
    [
      {
        name: "api",
        event: sending("PUT", "/v1/organisation", { ...settings, revision: 0 }, { claims }),
      },
      { name: "api", event: request("GET", "/v1/openapi.json") },
      { name: "public", event: request("GET", "/join") },
      post("/v1/template-previews", { wording, locale: "en" }),
      post("/v1/imports", { fileName: "people.csv", bytes: Buffer.byteLength(CSV) }),
    ],
    env,
  );
  const codes = answers.map(({ output }) => (output as { statusCode: number }).statusCode);
  expect(codes).toEqual([200, 200, 200, 200, 201]);
  expect(bodyOf(answers[3]).text).toContain("Read this <https://acme.example/a>\n\n- one\n- two");

  const { importId, upload } = bodyOf(answers[4]);
  await fetch(upload.url, { method: "PUT", headers: upload.headers, body: CSV });
  const [read] = await callAll(outdir, [post(`/v1/imports/${importId}/reading`, {})], env);
  expect(bodyOf(read).columns).toMatchObject([{ header: "Name" }, { header: "E-Mail" }]);
});

test("a link is read with the secret that its function asked for as it started, once for all its requests", async () => {
  const env = await cloud();
  vi.stubEnv("PERENNIAL_SECRET", SECRET);
  const token = await Token.sign("unsubscribe", { subject: "cnd_01ARZ3NDEKTSV4RRFFQ69G5FAV" });
  vi.unstubAllEnvs();
  secretsAsked.length = 0;
  const ask = (link: string) => ({ name: "public" as const, event: request("GET", `/unsubscribe/${link}`) });
  const answers = await callAll(outdir, [ask(token), ask(`${token}x`), ask(token)], env);
  const codes = answers.map(({ output }) => (output as { statusCode: number }).statusCode);
  expect(codes).toEqual([200, 400, 200]);
  expect(secretsAsked).toEqual([ARN]);
});
const CSV = "Name;E-Mail\nJ\u00fcrgen;j@x.example\n";
