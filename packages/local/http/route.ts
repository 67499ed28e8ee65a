import type { Route } from "../../../infra/http.ts";

/** A route of `infra/http.ts`, ready to match. */
export interface Compiled {
  readonly route: Route;
  /** The path's parameters, or undefined when the route does not fit. */
  match(method: string, segments: readonly string[]): Record<string, string> | undefined;
}

/**
 * Most specific first, as an HTTP API chooses: full match, then a greedy path variable; a method of its own before ANY
 * (API Gateway guide, "Routing API requests").
 */
export function compile(routes: readonly Route[]): Compiled[] {
  return routes
    .map((route) => ({ route, ...compileOne(route.route) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ route, match }) => ({ route, match }));
}

function compileOne(key: string) {
  const [method = "", path = ""] = key.split(" ");
  const pattern = path.split("/").slice(1);
  function match(asked: string, segments: readonly string[]) {
    if (method !== "ANY" && method !== asked) return undefined;
    const greedy = pattern.at(-1)?.endsWith("+}") ?? false;
    if (greedy ? segments.length < pattern.length : segments.length !== pattern.length) return undefined;
    const parameters: Record<string, string> = {};
    for (const [at, part] of pattern.entries()) {
      const name = /^\{(.+?)\+?\}$/.exec(part)?.[1];
      if (name === undefined && part !== segments[at]) return undefined;
      if (name !== undefined)
        parameters[name] = (part.endsWith("+}") ? segments.slice(at) : [segments[at]]).join("/");
    }
    return Object.values(parameters).includes("") ? undefined : parameters;
  }
  return { rank: rankOf(method, pattern), match };
}

function rankOf(method: string, pattern: readonly string[]) {
  const weight = (part: string) => (part.endsWith("+}") ? 1 : part.startsWith("{") ? 100 : 1000);
  return pattern.reduce((sum, part) => sum + weight(part), method === "ANY" ? 0 : 0.5);
}
