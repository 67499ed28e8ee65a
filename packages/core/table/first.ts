import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

type Headers = Readonly<Record<string, string>>;

/** What all requests of a client have in common. */
export interface Common {
  readonly request: { readonly headers: Headers; readonly [field: string]: unknown };
  /** Who signs, and what with. */
  readonly scheme: Scheme;
}
export type Stack = DynamoDBClient["middlewareStack"];
export type Context = Parameters<Stack["resolve"]>[1];
export type Scheme = NonNullable<NonNullable<Context["__smithy_context"]>["selectedHttpAuthScheme"]>;

/** A stack of middlewares with no others than these. */
export function only(stack: Stack, ...names: readonly string[]) {
  const left = stack.clone();
  const all = stack.identify().map((line) => line.split(" ")[0] ?? "");
  // Not told of: its place is before a middleware that each command brings along.
  for (const name of [...all, "httpAuthSchemeMiddleware"]) if (!names.includes(name)) left.remove(name);
  return left;
}

/** What the SDK adds to a request that no other of this client's differs in. */
const SAME = [
  "serializerMiddleware",
  "getUserAgentMiddleware",
  "hostHeaderMiddleware",
  "httpAuthSchemeMiddleware",
];

/**
 * Has the SDK make a request that is never sent, and keeps what it found out for it: the endpoint, its own name, who signs. It would find
 * out the same again for each request, which is most of what one costs.
 */
export async function common({ config, middlewareStack }: DynamoDBClient): Promise<Common> {
  const stack = only(middlewareStack, ...SAME);
  let made: Common | undefined;
  stack.add(
    (_next, context) => async (args) => {
      const scheme = context.__smithy_context?.selectedHttpAuthScheme;
      if (!scheme) throw new Error("The SDK found nobody to sign");
      const [authScheme] = context.authSchemes ?? [];
      const signer = await config.signer(authScheme);
      const properties = {
        ...scheme.httpAuthOption.signingProperties,
        config: { ...config, signer: async () => signer },
      };
      const request = args.request as Common["request"];
      made = { request, scheme: withProperties(scheme, properties) };
      return { response: undefined, output: { $metadata: {} } };
    },
    { step: "deserialize", name: "keep" },
  );
  const command = new GetItemCommand({ TableName: process.env.PERENNIAL_TABLE, Key: {} });
  await command.resolveMiddleware(stack, config, {})(command);
  if (!made) throw new Error("The SDK made no request");
  return made;
}

export const withProperties = (scheme: Scheme, signingProperties: Record<string, unknown> = {}): Scheme => ({
  ...scheme,
  httpAuthOption: { ...scheme.httpAuthOption, signingProperties },
});
