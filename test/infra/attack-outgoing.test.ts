import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
/** What runs in the organisation's account. */
const SHIPPED = ["packages/core", "packages/functions", "packages/site"];

const files = SHIPPED.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), "utf8") })),
);
const using = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();

test("nothing calls out but AWS's own clients, and one line that asks Secrets Manager for an address of the deployment", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(using(/\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b/)).toEqual([
    "packages/core/fetch-secret.ts",
  ]);
  expect(using(/from "(node:)?(http|https|http2|dgram|dns|tls|child_process|cluster)(\/\w+)?"/)).toEqual([]);
  expect(using(/from "(axios|got|undici|node-fetch|request|superagent)"/)).toEqual([]);
});

test("the clients of AWS are made in few places, with an address that no request names", () => {
  const clients = files.flatMap(({ path, text }) =>
    [...text.matchAll(/new (\w+Client)\(([^)]*)\)/g)].map(([, name, options]) => ({ path, name, options })),
  );
  expect([...new Set(clients.map(({ name }) => name))].sort()).toEqual([
    "DynamoDBClient",
    "S3Client",
    "SESv2Client",
    "SFNClient",
  ]);
  for (const { options } of clients) expect(options).not.toMatch(/endpoint|region/);
});

test("nothing of a request becomes code, a file or a process", () => {
  expect(using(/\beval\(|new Function\(|\bimport\((?!")|node:vm\b/)).toEqual([]);
  expect(using(/from "node:fs(\/promises)?"/)).toEqual([]);
});
