import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";

/** Listens to everything a context does. Call what it returns at the end: it fails when a page did what ours must not. */
export function guard(context: BrowserContext, who: "candidate" | "recruiter"): () => Promise<void> {
  const foreign: string[] = [];
  const broken: string[] = [];
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") foreign.push(request.url());
  });
  context.on("weberror", (failure) => broken.push(String(failure.error().stack)));
  return async () => {
    expect(foreign, "requests to other hosts").toEqual([]);
    expect(broken, "errors nobody caught in the page").toEqual([]);
    if (who === "candidate") expect(await context.cookies(), "cookies on candidate pages").toEqual([]);
  };
}
