import { createHash, createHmac } from "node:crypto";

/** A POST to one of AWS's JSON services. */
interface Asked {
  readonly host: string;
  readonly region: string;
  readonly service: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
interface Credentials {
  readonly id: string;
  readonly key: string;
}

/** The `authorization` header (IAM guide, "Create a signed AWS API request"). @param time as `x-amz-date` has it */
export function authorization(asked: Asked, { id, key }: Credentials, time: string): string {
  const signed = Object.entries({ ...asked.headers, host: asked.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}`);
  const request = ["POST", "/", "", ...lines, "", names, sha256(asked.body)].join("\n");
  const scope = [time.slice(0, 8), asked.region, asked.service, "aws4_request"];
  const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(request)].join("\n");
  const signature = [...scope, text].reduce<string | Buffer>(hmac, `AWS4${key}`).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${id}/${scope.join("/")}, SignedHeaders=${names}, Signature=${signature}`;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
