/** A request as the AWS SDK hands it to the network. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Item = Readonly<Record<string, unknown>>;

/** What a part of a transaction needs (DynamoDB guide, "IAM and transactions"). */
const PARTS: Readonly<Record<string, string>> = {
  Put: "dynamodb:PutItem",
  Update: "dynamodb:UpdateItem",
  Delete: "dynamodb:DeleteItem",
  ConditionCheck: "dynamodb:ConditionCheckItem",
};

/** SES v2 names its operations by method and path (SES v2 API reference). */
const EMAIL: Readonly<Record<string, string>> = {
  "POST /v2/email/outbound-emails": "ses:SendEmail",
  "GET /v2/email/account": "ses:GetAccount",
  "GET /v2/email/suppression/addresses": "ses:ListSuppressedDestinations",
};

/** S3's objects; a list is asked of the bucket itself (S3 guide, "Actions"). */
const OBJECTS: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

/** The IAM actions that AWS would check for a request, as policies write them. */
export function actionsOf(sent: Sent): string[] {
  const [service = "", operation] = (sent.headers["x-amz-target"] ?? "").split(".");
  if (operation === undefined) return [restful(sent)];
  if (service.startsWith("AWSStepFunctions")) return [`states:${operation}`];
  if (operation === "TransactWriteItems") return [...new Set(parts(sent.body).map(actionOfPart))];
  if (operation === "TransactGetItems") return ["dynamodb:GetItem"];
  return [`dynamodb:${operation}`];
}

function restful({ method = "GET", path = "/", query = {} }: Sent): string {
  if (path.startsWith("/v2/email"))
    return EMAIL[`${method} ${path.replace(/\/$/, "")}`] ?? `ses:${method} ${path}`;
  return "list-type" in query ? "s3:ListBucket" : (OBJECTS[method] ?? `s3:${method}`);
}

function parts(body: unknown): Item[] {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);
  return (JSON.parse(text) as { TransactItems: Item[] }).TransactItems;
}

const actionOfPart = (part: Item): string => PARTS[Object.keys(part)[0] ?? ""] ?? "dynamodb:unknown";
