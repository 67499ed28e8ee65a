import * as z from "zod";
import type { About, Method } from "./route.ts";
import { routes } from "./routes.ts";

interface Described extends About {
  readonly method: Method;
  readonly path: string;
  readonly schema: z.ZodType;
}

const problem = {
  description: "Refused, with a stable code and the fields it is about (RFC 9457)",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** The API as OpenAPI 3.1, made of the route table and the schemas its operations parse with. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  for (const route of routes as readonly Described[]) {
    const { $defs, ...input } = inputOf(route.schema);
    Object.assign(schemas, $defs);
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describe(route, input) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Perennial", version: "1", description: "Recruiters' API of this Perennial deployment." },
    security: [{ recruiter: [] }],
    paths,
    components: {
      securitySchemes: { recruiter: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas,
    },
  };
}

/** What an operation takes. Schemas with an id of their own are described once, where the document keeps such. */
function inputOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const input = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-2020-12" });
  return JSON.parse(JSON.stringify(input).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function describe(
  { method, path, summary, permission, status = 200 }: Described,
  input: z.core.JSONSchema.BaseSchema,
) {
  const properties = (input.properties ?? {}) as Record<string, unknown>;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameter = (where: string) => (name: string) => ({
    name,
    in: where,
    schema: properties[name] ?? { type: "string" },
    required: where === "path" || (input.required ?? []).includes(name),
  });
  const query = method === "GET" ? others.map(parameter("query")) : [];
  return {
    summary,
    operationId: `${method.toLowerCase()}${path.replace(/^\/v1/, "").replace(/[^a-z]+(\w?)/gi, (_, letter: string) => letter.toUpperCase())}`,
    ...(permission === "none" ? {} : { description: `Needs the permission \`${permission}\`.` }),
    parameters: [...inPath.map(parameter("path")), ...query],
    ...(method === "GET" || others.length === 0 ? {} : { requestBody: bodyOf(input, others) }),
    responses: {
      [status]: { description: "Done", content: { "application/json": { schema: {} } } },
      default: problem,
    },
  };
}

function bodyOf(input: z.core.JSONSchema.BaseSchema, names: readonly string[]) {
  const properties = Object.fromEntries(names.map((name) => [name, input.properties?.[name]]));
  const required = (input.required ?? []).filter((name) => names.includes(name));
  return {
    required: true,
    content: {
      "application/json": { schema: { type: "object", properties, required, additionalProperties: false } },
    },
  };
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code", "instance", "trace"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", description: "Stable: safe to branch on" },
    problems: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, message: { type: "string" } } },
    },
    instance: { type: "string", description: "The request's id" },
    trace: { type: "string" },
  },
};
