import { readFile } from "node:fs/promises";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { parseAst } from "vite";
import { root } from "../../../bin/check/files.ts";
import { type FunctionName, functions } from "../../../infra/functions.ts";

/** The IAM actions of everything that a function's code can come to, whether or not a test does: its tree-shaken bundle is read. */
export async function reach(): Promise<ReadonlyMap<FunctionName, readonly string[]>> {
  const { outputFiles } = await build(OPTIONS);
  return new Map(
    outputFiles.map(({ path, text }) => {
      const [, name = ""] = /(\w+)\.js$/.exec(path) ?? [];
      return [name as FunctionName, [...new Set(actionsIn(parseAst(text), false))].sort()];
    }),
  );
}

/** Only our own code, as it is written; the client of the table says nothing by itself. */
const alone: Plugin = {
  name: "alone",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/table\.ts$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@perennial/") ? undefined : { path, external: true },
    );
    onLoad({ filter: /packages[\\/]core[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: unheld(await readFile(path, "utf8")),
      loader: "ts",
    }));
  },
};

/** A schema is made by calls, which a bundle keeps with the operation it belongs to. Here an operation that nobody calls goes. */
const unheld = (source: string) =>
  source.replace(
    /^((?:export )?const \w+ = )fn\(([^\n]*|[\s\S]*?\n\}?)\);$/gm,
    (_, head, parts) => `${head}/* @__PURE__ */ fn(() => [${parts}]);`,
  );

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  minifySyntax: true,
  plugins: [alone],
  entryPoints: Object.fromEntries(Object.entries(functions).map(([name, { handler }]) => [name, handler])),
  outdir: "out",
  logLevel: "error",
} as const satisfies BuildOptions;

/** What an operation of ElectroDB asks DynamoDB for, also as a part of a transaction (ElectroDB's documentation, "Mutations"). */
const OPERATIONS: Readonly<Record<string, string>> = {
  get: "dynamodb:GetItem",
  query: "dynamodb:Query",
  collections: "dynamodb:Query",
  put: "dynamodb:PutItem",
  create: "dynamodb:PutItem",
  patch: "dynamodb:UpdateItem",
  upsert: "dynamodb:UpdateItem",
  delete: "dynamodb:DeleteItem",
  remove: "dynamodb:DeleteItem",
  check: "dynamodb:ConditionCheckItem",
};

/** Without s3:ListBucket, S3 answers 403 for what is not there (API GetObject, HeadObject). */
const OBJECT = ["s3:GetObject", "s3:ListBucket"];
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  BatchGet: ["dynamodb:BatchGetItem"],
  BatchWrite: ["dynamodb:BatchWriteItem"],
  Query: ["dynamodb:Query"],
  Update: ["dynamodb:UpdateItem"],
  GetObject: OBJECT,
  HeadObject: OBJECT,
  PutObject: ["s3:PutObject"],
  DeleteObject: ["s3:DeleteObject"],
  SendEmail: ["ses:SendEmail"],
  GetAccount: ["ses:GetAccount"],
  ListSuppressedDestinations: ["ses:ListSuppressedDestinations"],
  StartExecution: ["states:StartExecution"],
  StopExecution: ["states:StopExecution"],
};

/** A node of a syntax tree (ESTree); a name is one of its fields only where the tree has one. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly properties?: readonly Node[];
  readonly arguments?: readonly Node[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** @param many whether keys are read by the batch around it */
function actionsIn(tree: unknown, many: boolean): string[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => actionsIn(one, many));
  if (!isNode(tree)) return [];
  const inBatch = many || (tree.type === "CallExpression" && plain(tree.callee) === "batchGet");
  return [...actionsOf(tree, many), ...Object.values(tree).flatMap((part) => actionsIn(part, inBatch))];
}

/** Without the number that a bundle gives what would have one name with something else. */
const plain = (node: Node | undefined) => node?.name?.replace(/\d+$/, "");

/** How our own request names the operation; everything else is asked through a client. */
const SECRET = /^secretsmanager\.(\w+)$/;

function actionsOf(node: Node, many: boolean): readonly string[] {
  const [, secret] = SECRET.exec(typeof node.value === "string" ? node.value : "") ?? [];
  if (node.type === "Literal" && secret) return [`secretsmanager:${secret}`];
  if (node.type === "NewExpression") {
    const [, command] = /^(\w+)Command$/.exec(plain(node.callee) ?? "") ?? [];
    if (command === undefined) return [];
    const known = COMMANDS[command];
    if (!known) throw new Error(`What ${command} needs is not known here`);
    return known;
  }
  if (node.type !== "CallExpression") return [];
  const name = node.callee?.property?.name ?? "";
  // A patch may be begun here and sent elsewhere.
  if (name === "patch") return ["dynamodb:UpdateItem"];
  if (name !== "go" && name !== "commit") return [];
  const [begun] = beginnings(node.callee?.object).slice(-1);
  if (begun === undefined) return [];
  if (node.arguments?.[0]?.properties?.some(({ key }) => key?.name === "concurrency"))
    return ["dynamodb:BatchWriteItem"];
  return [begun === "get" && many ? "dynamodb:BatchGetItem" : (OPERATIONS[begun] ?? "")];
}

/** The operations in a chain of calls, the last written first. To remove a list is to remove attributes. */
function beginnings(node: Node | undefined, given: readonly Node[] = []): string[] {
  if (node?.type === "CallExpression") return beginnings(node.callee, node.arguments);
  if (node?.type !== "MemberExpression") return [];
  const name = node.property?.name ?? "";
  const begins = name in OPERATIONS && given[0]?.type !== "ArrayExpression";
  return [...(begins ? [name] : []), ...beginnings(node.object)];
}
