import { readFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { html } from "hono/html";
import { ZodError, z } from "zod";
import { inter, look } from "../look.ts";
import { api } from "./api.ts";
import type { Env } from "./env.ts";
import { refusal } from "./guard.ts";
import { layout } from "./layout.ts";
import { createMover } from "./mover.ts";
import { pages } from "./pages.ts";
import type { ConsoleSources } from "./sources.ts";
import { trackingRoutes } from "./tracking.ts";

export type { ConsoleSources, DeadLetter, Execution, Transition, Upcoming } from "./sources.ts";

export interface ConsoleOptions {
  readonly sources: ConsoleSources;
  /** The sign-in, mounted below `/oidc`. */
  readonly auth: { handle(request: IncomingMessage, response: ServerResponse): Promise<void> };
}

const read = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
const [frame, mail, live] = await Promise.all([read("console.css"), read("mail.css"), read("live.js")]);

/**
 * The console of the local cloud as a listener: its pages, their JSON twins below `/api`, SES's tracking addresses, and
 * the sign-in. Meant for the port after the product's.
 */
export function createConsole({ sources, auth }: ConsoleOptions): RequestListener {
  const site = getRequestListener(createApp(sources).fetch);
  return async (request, response) => {
    // A browser that hangs up while it is read must not end the process.
    if (request.url?.startsWith("/oidc/"))
      return auth.handle(request, response).catch(() => void response.destroy());
    const why = refusal(request);
    if (why === undefined) return site(request, response);
    response.writeHead(403, { "content-type": "text/plain; charset=utf-8" });
    response.end(why);
  };
}

function createApp(sources: ConsoleSources) {
  const app = new Hono<Env>();
  const mover = createMover(sources);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(security)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.get("/console.css", (c) =>
    c.body(look + frame + mail, 200, { "content-type": "text/css; charset=utf-8" }),
  );
  app.get("/inter.woff2", (c) => c.body(new Uint8Array(inter), 200, { "content-type": "font/woff2" }));
  app.get("/live.js", (c) => c.body(live, 200, { "content-type": "text/javascript; charset=utf-8" }));
  trackingRoutes(app, sources);
  api(app, sources, mover);
  pages(app, sources, mover);
  app.notFound(async (c) => {
    const content = html`<h1>Not here</h1><p class="quiet">This console has no such page, or what it showed was erased.</p>`;
    return c.html(await layout({ title: "Not here", section: "", content }), 404);
  });
  app.onError((error, c) => {
    if (error instanceof ZodError) return c.text(z.prettifyError(error), 400);
    return c.text(`The console failed: ${error.message}`, 500);
  });
  return app;
}

const security: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // With "no-referrer" our own forms would come from the origin "null".
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};
