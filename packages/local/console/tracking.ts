import type { Context, Hono } from "hono";
import type { Env } from "./env.ts";
import type { ConsoleSources } from "./sources.ts";

/** A transparent GIF of one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** The two addresses SES would put into a mail. A HEAD counts like a GET: SES does not tell them apart either. */
export function trackingRoutes(app: Hono<Env>, { email }: ConsoleSources) {
  app.get("/open/:file", async (c) => {
    const id = c.req.param("file").replace(/\.gif$/, "");
    await email.opened(id, visitorOf(c));
    return c.body(new Uint8Array(PIXEL), 200, { "content-type": "image/gif", "cache-control": "no-store" });
  });
  app.get("/click/:id/:n", async (c) => {
    const { id, n } = c.req.param();
    const link = /^\d{1,4}$/.test(n) ? await email.clicked(id, Number(n), visitorOf(c)) : undefined;
    if (link === undefined) return c.text("This link is not known here.", 404);
    return c.body(null, 302, { location: new URL(link).href, "cache-control": "no-store" });
  });
}

function visitorOf(c: Context<Env>) {
  return {
    ip: (c.env.incoming.socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, ""),
    userAgent: c.req.header("user-agent") ?? "",
  };
}
