import { AppError } from "@perennial/core/error.ts";
import { parse } from "@perennial/core/fn.ts";
import * as z from "zod";
import { type HttpRoute, http, type Request } from "../adapter/http.ts";
import { fault, problem } from "../adapter/problem.ts";
import { recruiter } from "./identity.ts";
import { openapi } from "./openapi.ts";
import { routes } from "./routes.ts";

const json = { "content-type": "application/json", "cache-control": "no-store" };
const OPENAPI = "/v1/openapi.json";

/** Body, query and path parameters as the one input of an operation; the path wins, and the body may not repeat it. */
function inputOf({ method, body, query, params }: Request): Record<string, unknown> {
  if (method === "GET") return { ...query, ...params };
  const given = parse(z.record(z.string(), z.unknown(), "Send a JSON object"), body ?? {});
  const repeated = Object.keys(params).filter((name) => name in given);
  if (repeated.length > 0)
    throw new AppError("invalid", "input.invalid", `${repeated[0]}: stands in the path already`, [
      { field: repeated[0] ?? "", message: "Stands in the path already" },
    ]);
  return { ...given, ...params };
}

const table: HttpRoute[] = routes.map(({ method, path, status = 200, run }) => ({
  method,
  path,
  run: async (request) => {
    // Parameters of the gateway's own route (`{proxy+}`) are not ours.
    const { proxy: _, ...params } = request.params;
    const output = await run(inputOf({ ...request, params }) as never);
    return { status, headers: json, body: JSON.stringify(output) };
  },
}));

const document: HttpRoute = {
  method: "GET",
  path: OPENAPI,
  run: async () => ({ status: 200, headers: json, body: JSON.stringify(openapi()) }),
};

export const handler = http({
  routes: [...table, document],
  limit: 256 * 1024,
  actor: (request) => (request.route === OPENAPI ? { kind: "visitor" } : recruiter(request)),
  refuse: problem,
  fail: fault,
});
