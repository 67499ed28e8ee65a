import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { fetchSecret } from "../../packages/core/fetch-secret.ts";
import { authorization } from "../../packages/core/signature.ts";

const ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:perennial-test-secret-AbCdEf";
const credentials = { id: "AKIDEXAMPLE", key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Got {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server that keeps what it was asked, and answers with what `next` says of it. */
async function service(next: (asked: number) => readonly [status: number, body: unknown]) {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    got.push({ headers: request.headers, body });
    const [status, answer] = next(got.length);
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

function stub(url: string) {
  vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", credentials.id);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", credentials.key);
  vi.stubEnv("AWS_SESSION_TOKEN", "a session's token");
}

/** What the signature is said to be over, of what arrived. */
function signedAgain({ headers, body }: Got, service: string): string {
  const [, names = ""] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  const { host = "", ...its } = Object.fromEntries(
    names.split(";").map((name) => [name, String(headers[name])]),
  );
  const asked = { host, region: "eu-central-1", service, headers: its, body };
  return authorization(asked, credentials, String(headers["x-amz-date"]));
}

test("a request is signed as the SDK signs it", async () => {
  const { url, got } = await service(() => [200, { MessageId: "1" }]);
  const client = new SQSClient({
    region: "eu-central-1",
    endpoint: url,
    credentials: {
      accessKeyId: credentials.id,
      secretAccessKey: credentials.key,
      sessionToken: "a session's token",
    },
    md5: false,
  });
  await client.send(new SendMessageCommand({ QueueUrl: `${url}/queue`, MessageBody: "Grüße" }));
  const [first] = got;
  if (!first) throw new Error("Nothing was asked");
  expect(first.headers.authorization).toMatch(/SignedHeaders=.*host.*x-amz-security-token/);
  expect(signedAgain(first, "sqs")).toBe(first.headers.authorization);
});

test("a secret is asked for by its ARN, signed with all that AWS wants signed", async () => {
  const { url, got } = await service(() => [200, { SecretString: "kept" }]);
  stub(url);
  expect(await fetchSecret(ARN)).toBe("kept");
  const [first] = got;
  if (!first) throw new Error("Nothing was asked");
  expect(JSON.parse(first.body)).toEqual({ SecretId: ARN });
  expect(first.headers).toMatchObject({
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "secretsmanager.GetSecretValue",
    "x-amz-security-token": "a session's token",
    authorization: expect.stringContaining(
      "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target,",
    ),
  });
  expect(signedAgain(first, "secretsmanager")).toBe(first.headers.authorization);
});

test("who is throttled asks again, and says at last what AWS answered, not what it sent", async () => {
  const busy = [400, { __type: "ThrottlingException" }] as const;
  const soon = await service((asked) => (asked < 3 ? busy : [200, { SecretString: "kept" }]));
  stub(soon.url);
  expect(await fetchSecret(ARN)).toBe("kept");
  const never = await service(() => busy);
  stub(never.url);
  await expect(fetchSecret(ARN)).rejects.toThrow("Secrets Manager answered 400 and no secret");
  expect([soon.got.length, never.got.length]).toEqual([3, 3]);
});
