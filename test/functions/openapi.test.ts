import { expect, test } from "vitest";
import { permissionsOf } from "../../packages/core/team/index.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { routes } from "../../packages/functions/api/routes.ts";
import { quiet } from "./support/log.ts";
import { ask, request } from "./support/request.ts";

quiet();
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: object;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Record<string, unknown> }> };
  readonly responses: Record<string, unknown>;
}
interface Document {
  readonly openapi: string;
  readonly info: Record<string, string>;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, unknown>;
    readonly securitySchemes: Record<string, unknown>;
  };
  readonly security: readonly Record<string, unknown>[];
}

async function read(): Promise<Document> {
  const { status, json } = await ask(handler, request("GET", "/v1/openapi.json"));
  expect(status).toBe(200);
  return json() as unknown as Document;
}
const operations = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

test("anybody may read it; it says which OpenAPI it is", async () => {
  expect(await read()).toMatchObject({ openapi: "3.1.0", info: { title: "Perennial", version: "1" } });
});

test("it has every route and nothing else", async () => {
  const described = operations(await read()).map(({ method, path }) => `${method} ${path}`);
  expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

test("each operation has an id of its own that a client can be made of, and a summary", async () => {
  const all = operations(await read()).map(({ operation }) => operation);
  const ids = all.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operationId, summary } of all) {
    expect(operationId).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(summary.length).toBeGreaterThan(3);
  }
});

test("each names the permission it needs, and only permissions that there are", async () => {
  const document = await read();
  for (const { path, method, permission } of routes) {
    const { description = "" } = document.paths[path]?.[method.toLowerCase()] ?? {};
    if (permission === "none") expect(description).not.toContain("permission");
    else expect(description).toContain(`\`${permission}\``);
    if (permission !== "none") expect(permissionsOf("admin")).toContain(permission);
  }
});

test("every parameter in a path is described and required; nothing in a body stands in the path too", async () => {
  for (const { path, operation } of operations(await read())) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = operation.parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual(named);
    expect(inPath.every(({ required }) => required)).toBe(true);
    const body = operation.requestBody?.content["application/json"]?.schema.properties ?? {};
    for (const name of named) expect(body).not.toHaveProperty(String(name));
  }
});

test("what creates or changes something says what to send, field by field, and takes nothing else", async () => {
  const changing = operations(await read()).filter(({ method }) => method !== "GET");
  for (const { operation } of changing) {
    // An act that its address says all of takes no body.
    if (!operation.requestBody) continue;
    const schema = operation.requestBody.content["application/json"]?.schema;
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    const { properties = {}, required = [] } = schema as { properties?: object; required?: string[] };
    for (const name of required) expect(properties).toHaveProperty(name);
  }
});

test("every refusal is one shape, and every reference leads somewhere", async () => {
  const document = await read();
  for (const { operation } of operations(document)) {
    expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
    expect(operation.responses).toHaveProperty("default");
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = ""]) => to);
  expect(references.length).toBeGreaterThan(0);
  for (const to of references) {
    const found = to
      .slice(2)
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
    expect(found, to).toBeDefined();
  }
});

test("every operation but the document itself is behind a sign-in that is described", async () => {
  const { security, components } = await read();
  for (const need of security)
    for (const scheme of Object.keys(need)) expect(components.securitySchemes).toHaveProperty(scheme);
  expect(security).not.toEqual([]);
});
