import type { Hono } from "hono";
import { z } from "zod";
import { clockPage, moves } from "./clock.ts";
import { deadPage } from "./dead.ts";
import { back, type Env } from "./env.ts";
import { eventsPage, tracePage } from "./events.ts";
import { executionPage, executionsPage } from "./executions.ts";
import { faultsPage } from "./faults.ts";
import { homePage } from "./home.ts";
import { inboxPage } from "./inbox.ts";
import { mailRoutes } from "./mail-routes.ts";
import type { Mover } from "./mover.ts";
import type { ConsoleSources } from "./sources.ts";

/** How long a form waits for the clock before it shows the move under way. */
const PATIENCE_MS = 1500;

export function pages(app: Hono<Env>, sources: ConsoleSources, mover: Mover) {
  app.get("/", async (c) => c.html(await homePage(sources)));
  app.get("/inbox", async (c) => c.html(await inboxPage(sources)));
  app.get("/executions", async (c) => c.html(await executionsPage(sources)));
  app.get("/executions/:id", async (c) => {
    const found = (await sources.executions()).find(({ id }) => id === c.req.param("id"));
    if (found === undefined) return c.notFound();
    return c.html(await executionPage(found, await sources.transitions(found.id), sources.clock.ms()));
  });
  app.get("/events", async (c) =>
    c.html(await eventsPage(sources, c.req.query("trace")?.trim() || undefined)),
  );
  app.get("/trace/:trace", async (c) => c.html(await tracePage(sources, c.req.param("trace"))));
  app.get("/dead-letters", async (c) => c.html(await deadPage(sources, c.req.query("note"))));
  app.post("/dead-letters/redrive", async (c) => {
    const count = await sources.redrive(c.req.query("place") ?? "");
    return back(c, "/dead-letters", `Sent ${count} back.`);
  });
  app.get("/clock", async (c) => c.html(await clockPage(sources, mover, c.req.query("note"))));
  app.post("/clock", async (c) => {
    const move = moves[String((await c.req.formData()).get("move"))];
    if (move === undefined) return c.text("Which move?", 400);
    const moved = mover.start(move.by);
    const waited = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, "moving"));
    const nothing = (await Promise.race([moved, waited])) === undefined;
    return back(c, "/clock", nothing ? "Nothing is due: the clock stayed." : undefined);
  });
  app.get("/faults", async (c) => c.html(await faultsPage(sources)));
  app.post("/faults", async (c) => {
    const form = await c.req.formData();
    const fault = z.enum(sources.email.faults.names).parse(form.get("fault"));
    if (form.get("do") === "off") sources.email.faults.clear(fault);
    else sources.email.faults.set(fault, form.get("do") === "once" ? { times: 1 } : {});
    return back(c, "/faults");
  });
  mailRoutes(app, sources);
}
