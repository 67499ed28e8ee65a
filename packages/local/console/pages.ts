import type { Context, Hono } from "hono";
import { z } from "zod";
import { clickAsPerson, openAsPerson, scan, unsubscribeAsMailbox } from "./act.ts";
import { clockPage, moves } from "./clock.ts";
import { deadPage } from "./dead.ts";
import type { Env } from "./env.ts";
import { eventsPage, tracePage } from "./events.ts";
import { executionPage, executionsPage } from "./executions.ts";
import { faultsPage } from "./faults.ts";
import { homePage } from "./home.ts";
import { inboxPage } from "./inbox.ts";
import { BODY_POLICY, mailBody, mailPage, parts } from "./mail.ts";
import type { Mover } from "./mover.ts";
import type { ConsoleSources, OpenedMail } from "./sources.ts";

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

const back = (c: Context<Env>, path: string, note?: string) =>
  c.redirect(note === undefined ? path : `${path}?${new URLSearchParams({ note })}`, 303);

function mailRoutes(app: Hono<Env>, { email }: ConsoleSources) {
  const withMail =
    (answer: (c: Context<Env>, mail: OpenedMail) => Promise<Response> | Response) =>
    async (c: Context<Env>) => {
      const mail = await email.get(c.req.param("id") ?? "");
      return mail === undefined ? c.notFound() : answer(c, mail);
    };
  /** An act on a mail comes back to its page with one sentence of what happened. */
  const act = (name: string, run: (mail: OpenedMail, origin: string) => Promise<string>) =>
    app.post(
      `/inbox/:id/${name}`,
      withMail(async (c, mail) => back(c, `/inbox/${mail.id}`, await run(mail, originOf(c)))),
    );
  app.get(
    "/inbox/:id",
    withMail(async (c, mail) => {
      const part =
        parts.find((one) => one === c.req.query("part")) ?? (mail.html === undefined ? "text" : "html");
      return c.html(await mailPage(mail, part, c.req.query("note")));
    }),
  );
  app.get(
    "/inbox/:id/body",
    withMail(async (c, mail) => {
      c.header("content-security-policy", BODY_POLICY);
      return c.html(await mailBody(mail));
    }),
  );
  act("open", async (mail, origin) =>
    (await openAsPerson(mail, origin))
      ? "Opened, as a person would."
      : "Opened. It is not tracked, so nobody knows.",
  );
  act(
    "scan",
    async (mail, origin) => `Scanned: ${await scan(mail, origin)} addresses fetched within a second.`,
  );
  act("unsubscribe", async (mail) => {
    const status = await unsubscribeAsMailbox(mail);
    return status === undefined
      ? "This mail offers no one-click unsubscribe."
      : `Posted. It answered ${status}.`;
  });
  act("bounce", async ({ id }) =>
    (await email.report(id, "bounce")) ? "Bounced." : "This mail can't bounce.",
  );
  act("complaint", async ({ id }) =>
    (await email.report(id, "complaint")) ? "Marked as spam." : "This mail can't be reported.",
  );
  app.post(
    "/inbox/:id/click/:n",
    withMail(async (c, mail) => {
      const to = await clickAsPerson(mail, Number(c.req.param("n")), originOf(c));
      return to === undefined ? c.notFound() : c.redirect(new URL(to).href, 303);
    }),
  );
}

export const originOf = (c: Context<Env>) => `http://127.0.0.1:${c.env.incoming.socket.localPort}`;
