import { Clock } from "./clock.ts";
import { authorization } from "./signature.ts";

const ATTEMPTS = 3;
const ANSWER_WITHIN_MS = 2000;

/**
 * The value of a secret, asked of Secrets Manager (API GetSecretValue) as the SDK's client would: that one would weigh more than a
 * public function has left.
 * @throws when it did not answer, or refused, each time
 */
export async function fetchSecret(arn: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(arn);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function ask(arn: string): Promise<string> {
  const { AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint, AWS_SESSION_TOKEN: token, ...env } = process.env;
  const [, , service = "", region = ""] = arn.split(":");
  const url = new URL(endpoint ?? `https://${service}.${region}.amazonaws.com`);
  const time = Clock.iso().replace(/[-:]|\.\d+/g, "");
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-date": time,
    "x-amz-target": "secretsmanager.GetSecretValue",
    ...(token && { "x-amz-security-token": token }),
  };
  const body = JSON.stringify({ SecretId: arn });
  const credentials = { id: env.AWS_ACCESS_KEY_ID ?? "", key: env.AWS_SECRET_ACCESS_KEY ?? "" };
  const signature = authorization({ host: url.host, region, service, headers, body }, credentials, time);
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const sent = { method: "POST", headers: { ...headers, authorization: signature }, body, signal };
  const answer = await fetch(url, sent);
  const { SecretString: value } = (await answer.json()) as { SecretString?: string };
  if (!value) throw new Error(`Secrets Manager answered ${answer.status} and no secret`);
  return value;
}
