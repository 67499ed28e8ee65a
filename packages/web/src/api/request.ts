export type Fields = Readonly<Record<string, unknown>>;

interface Init {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The HTTP request of a route: fields named in the path go there, the rest into the query of a GET or the body. */
export function request(route: string, fields: Fields): { readonly address: string; readonly init: Init } {
  const [method = "GET", path = ""] = route.split(" ");
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(fields[name])));
  const rest = Object.entries(fields).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const headers = { accept: "application/json" };
  if (method === "GET") {
    const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]));
    return { address: query.size > 0 ? `${filled}?${query}` : filled, init: { method, headers } };
  }
  const body = JSON.stringify(Object.fromEntries(rest));
  return {
    address: filled,
    init: { method, headers: { ...headers, "content-type": "application/json" }, body },
  };
}
