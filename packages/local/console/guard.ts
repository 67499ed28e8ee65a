import type { IncomingMessage } from "node:http";

/**
 * Keeps web pages from elsewhere out: the name must be this machine's (else a rebound DNS name reaches us), and what
 * changes something must come from our own pages. A program that is no browser sends neither header and passes.
 * @returns why it is refused, or undefined
 */
export function refusal({ method = "GET", headers, socket }: IncomingMessage): string | undefined {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(headers.host ?? "")) return "This console answers to 127.0.0.1 and localhost only.";
  if (method === "GET" || method === "HEAD") return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return "Forms of other sites are refused.";
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return "Forms of other sites are refused.";
  return undefined;
}
