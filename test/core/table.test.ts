import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lean } from "../../packages/core/table/lean.ts";

interface Request {
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}
type Said = { readonly status: number; readonly text: string };

/** The client and the SDK's own, both over a network that writes down what it is sent and answers the same. */
function both() {
  const sent: Request[] = [];
  let answers: Said[] = [];
  const requestHandler = {
    async handle({ headers, body, ...rest }: Request) {
      sent.push({ ...rest, headers: { ...headers }, body });
      const { status, text } = answers.shift() ?? { status: 200, text: "{}" };
      const said = { "x-amzn-requestid": "req", "content-type": "application/x-amz-json-1.0" };
      return { response: { statusCode: status, headers: said, body: new TextEncoder().encode(text) } };
    },
  };
  const make = () =>
    new DynamoDBClient({
      maxAttempts: 4,
      region: "eu-central-1",
      credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "token" },
      requestHandler: requestHandler as never,
    });
  const theirs = DynamoDBDocumentClient.from(make(), { marshallOptions: { removeUndefinedValues: true } });
  const ours = lean(make());

  async function one(
    client: Pick<DynamoDBDocumentClient, "send">,
    command: () => unknown,
    said: readonly Said[],
  ) {
    answers = [...said];
    sent.length = 0;
    const [done] = await Promise.allSettled([client.send(command() as GetCommand)]);
    const tokens = new Set(
      sent.map(({ body }) => JSON.parse(Buffer.from(body).toString()).ClientRequestToken),
    );
    return { done, sent: sent.map(comparable), tokens: tokens.size };
  }
  return async (command: () => unknown, ...said: Said[]) => ({
    theirs: await one(theirs, command, said),
    ours: await one(ours, command, said),
  });
}

/** Without what is different each time: who counts requests, when it was signed and so the signature, the token of a transaction. */
function comparable({ headers, body, ...rest }: Request) {
  const {
    authorization = "",
    "amz-sdk-invocation-id": _id,
    "x-amz-date": _date,
    "x-amz-content-sha256": _hash,
    "user-agent": agent = "",
    "content-length": _length,
    ...others
  } = headers;
  const { ClientRequestToken, ...content } = JSON.parse(Buffer.from(body).toString());
  return {
    ...rest,
    headers: others,
    // The SDK also says there that lib-dynamodb was used.
    agent: agent.replace(/ m\/\S+/, ""),
    signed: authorization.replace(/Signature=.*/, ""),
    token: ClientRequestToken?.length,
    content,
  };
}

/** What somebody who catches it can tell. */
const fault = ({ done }: { done: PromiseSettledResult<unknown> }) => {
  const error = (done as PromiseRejectedResult).reason;
  return {
    ...error,
    type: error.constructor.name,
    name: error.name,
    message: error.message,
    at: error.$response?.statusCode,
  };
};

/** The SDK takes these names for the prototype of what they are in, or for its class. */
const BY_THE_SDK = ["__proto__", "constructor"];
const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !BY_THE_SDK.includes(text));
const scalar = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(),
  fc.uint8Array(),
  fc.uniqueArray(fc.string(), { minLength: 1 }).map((all) => new Set(all)),
  fc.uniqueArray(fc.integer(), { minLength: 1 }).map((all) => new Set(all)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie("value")), fc.dictionary(name, tie("value"))),
}));
const item = fc.dictionary(name, fc.option(value, { nil: undefined }));

const TableName = "perennial";

/** One of each command that is sent, with an item wherever one goes. */
const commands = (it: Record<string, unknown>, key: Record<string, unknown>) => [
  () => new GetCommand({ TableName, Key: key, ConsistentRead: true }),
  () => new PutCommand({ TableName, Item: it, ConditionExpression: "attribute_not_exists(pk)" }),
  () =>
    new UpdateCommand({ TableName, Key: key, UpdateExpression: "SET a = :a", ExpressionAttributeValues: it }),
  () => new QueryCommand({ TableName, ExclusiveStartKey: key, ExpressionAttributeValues: it, Limit: 3 }),
  () => new BatchGetCommand({ RequestItems: { Item: { Keys: [key, it] } } }),
  () =>
    new BatchWriteCommand({
      RequestItems: { [TableName]: [{ PutRequest: { Item: it } }, { DeleteRequest: { Key: key } }] },
    }),
  () => new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key: key } }] }),
  () =>
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: it, ExpressionAttributeValues: key } },
        { ConditionCheck: { TableName, Key: key, ConditionExpression: "x" } },
        { Delete: { TableName, Key: key } },
      ],
    }),
];

test("whatever is sent, the SDK's document client would send the same", async () => {
  const send = both();
  await fc.assert(
    fc.asyncProperty(item, item, async (it, key) => {
      for (const command of commands(it, key)) {
        const { theirs, ours } = await send(command);
        expect(ours.sent).toEqual(theirs.sent);
        expect(ours.done.status).toBe("fulfilled");
      }
    }),
    { numRuns: 30 },
  );
});

const wire = (it: Record<string, unknown>) => {
  const base64 = (_: string, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString("base64") : part;
  return JSON.parse(
    JSON.stringify(
      marshall(it, { removeUndefinedValues: true }),
      function (this: Record<string, unknown>, name, part) {
        return base64(name, this[name] instanceof Uint8Array ? this[name] : part);
      },
    ),
  );
};

test("whatever is answered, the SDK's document client would read the same", async () => {
  const send = both();
  await fc.assert(
    fc.asyncProperty(item, async (it) => {
      const Item = wire(it);
      const answers = [
        { Item, ConsumedCapacity: { TableName, CapacityUnits: 1 } },
        { Attributes: Item },
        { Items: [Item, {}], LastEvaluatedKey: Item, Count: 2, ScannedCount: 3 },
        { Responses: { Item: [Item] }, UnprocessedKeys: { Item: { Keys: [Item] } } },
        { UnprocessedItems: { [TableName]: [{ PutRequest: { Item } }] } },
        { Responses: [{ Item }, {}] },
      ].map((answer) => ({ status: 200, text: JSON.stringify(answer) }));
      const [get, , update, query, batchGet, batchWrite, transactGet] = commands({}, {});
      for (const [at, command] of [get, update, query, batchGet, batchWrite, transactGet].entries()) {
        const { theirs, ours } = await send(command as () => unknown, answers[at] as Said);
        expect(ours.done).toEqual(theirs.done);
      }
    }),
    { numRuns: 30 },
  );
});

const error = (type: string, more: object = {}, status = 400): Said => ({
  status,
  text: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "Why", ...more }),
});
const reasons = [
  { Code: "None" },
  { Code: "ConditionalCheckFailed", Message: "No", Item: { pk: { S: "a" } } },
];

test.each([
  ["a condition", error("ConditionalCheckFailedException", { Item: { pk: { S: "a" }, b: { B: "AAE=" } } })],
  ["a transaction", error("TransactionCanceledException", { CancellationReasons: reasons })],
  [
    "a bad request",
    {
      status: 400,
      text: JSON.stringify({ __type: "com.amazon.coral.validate#ValidationException", message: "Why" }),
    },
  ],
  ["a name nobody knows", error("SomethingNewException")],
  ["what is no JSON", { status: 200, text: "<html>" }],
])("%s is refused in the SDK's words", async (_, said) => {
  const [get] = commands({}, {});
  const { theirs, ours } = await both()(get as () => unknown, said);
  expect(theirs.done.status).toBe("rejected");
  expect(fault(ours)).toEqual(fault(theirs));
});

test.each(["ThrottlingException", "InternalServerError"])(
  "%s is tried again, with the same token",
  async (type) => {
    const write = commands({ a: 1 }, {}).at(-1) as () => unknown;
    const { theirs, ours } = await both()(write, error(type, {}, type.startsWith("Internal") ? 500 : 400));
    expect(ours).toMatchObject({ sent: [{}, {}], tokens: 1 });
    expect(ours.sent).toEqual(theirs.sent);
    expect(ours.done).toMatchObject({ status: "fulfilled", value: { $metadata: { attempts: 2 } } });
  },
);

test.each([[Number.NaN], [2 ** 60], [new Set([])], [new Set([1, "a"])], [new Date(0)], [Symbol.iterator]])(
  "%s has no place in a table",
  async (odd) => {
    const [, put] = commands({ odd }, {});
    const { ours } = await both()(put as () => unknown);
    expect(ours).toMatchObject({ done: { status: "rejected" }, sent: [] });
  },
);
