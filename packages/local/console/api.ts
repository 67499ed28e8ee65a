import type { Hono } from "hono";
import { z } from "zod";
import { clickAsPerson, openAsPerson, scan, unsubscribeAsMailbox } from "./act.ts";
import { type Env, originOf } from "./env.ts";
import type { Mover } from "./mover.ts";
import type { ConsoleSources } from "./sources.ts";

/** What a test asks of the clock: to the next thing due, by a duration, or to an instant. Milliseconds. */
const Move = z.union([
  z.object({ next: z.literal(true) }),
  z.object({ by: z.number().positive() }),
  z.object({ to: z.number().positive() }),
]);
/** The account's sending limits. They hold until the next start. */
const Limits = z.object({ max24HourSend: z.number().positive(), maxSendRate: z.number().positive() });
const Fault = z.object({ fault: z.string(), times: z.number().int().positive().optional() });

/** The pages as JSON, for tests and scripts. */
export function api(app: Hono<Env>, sources: ConsoleSources, mover: Mover) {
  const { clock, journal, email } = sources;
  app.get("/api/journal", async (c) => c.json(await journal.list(filterOf(c.req.query()))));
  app.get("/api/events", async (c) => c.json(await sources.events(filterOf(c.req.query()))));
  app.get("/api/executions", async (c) => c.json(await sources.executions()));
  app.get("/api/executions/:id", async (c) => c.json(await sources.transitions(c.req.param("id"))));
  app.get("/api/dead-letters", async (c) => c.json(await sources.deadLetters()));
  app.post("/api/dead-letters/redrive", async (c) => {
    const { place } = z.object({ place: z.string() }).parse(await c.req.json());
    return c.json({ redriven: await sources.redrive(place) });
  });
  app.get("/api/clock", async (c) => c.json({ now: clock.ms(), upcoming: await sources.upcoming() }));
  app.post("/api/clock", async (c) => {
    const move = Move.parse(await c.req.json());
    const by = "by" in move ? move.by : "to" in move ? move.to - clock.ms() : undefined;
    const moved = by !== undefined && by <= 0 ? undefined : await mover.start(by);
    return c.json({
      now: clock.ms(),
      stops: moved?.stops ?? [],
      ...(moved?.error && { error: moved.error }),
    });
  });
  app.get("/api/faults", (c) => c.json(email.faults.list()));
  app.put("/api/faults", async (c) => {
    const { fault, times } = Fault.parse(await c.req.json());
    email.faults.set(z.enum(email.faults.names).parse(fault), times === undefined ? {} : { times });
    return c.json(email.faults.list());
  });
  app.delete("/api/faults", (c) => {
    email.faults.clear();
    return c.json([]);
  });
  app.put("/api/limits", async (c) => {
    const limits = Limits.parse(await c.req.json());
    email.setLimits(limits);
    return c.json(limits);
  });
  inbox(app, sources);
}

function inbox(app: Hono<Env>, { email }: ConsoleSources) {
  app.get("/api/inbox", async (c) =>
    c.json(await email.list({ limit: Number(c.req.query("limit") ?? 200) })),
  );
  app.get("/api/inbox/:id", async (c) => c.json((await email.get(c.req.param("id"))) ?? null));
  app.post("/api/inbox/:id/:act{(open|unsubscribe|scan|bounce|complaint|click/[0-9]+)}", async (c) => {
    const mail = await email.get(c.req.param("id"));
    if (mail === undefined) return c.notFound();
    const [act, n] = c.req.param("act").split("/");
    const origin = originOf(c);
    if (act === "open") return c.json({ opened: await openAsPerson(mail, origin) });
    if (act === "click") return c.json({ location: (await clickAsPerson(mail, Number(n), origin)) ?? null });
    if (act === "unsubscribe") return c.json({ status: (await unsubscribeAsMailbox(mail)) ?? null });
    if (act === "scan") return c.json({ fetched: await scan(mail, origin) });
    return c.json({ reported: await email.report(mail.id, act === "bounce" ? "bounce" : "complaint") });
  });
}

function filterOf({ trace, limit }: Record<string, string | undefined>) {
  return { ...(trace && { trace }), limit: Number(limit ?? 200) };
}
