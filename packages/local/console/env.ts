import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What Hono hands its handlers here: Node's own request, for the socket behind it. */
export type Env = { Bindings: HttpBindings };

/** The console's own origin, as its pages and the mails' tracking addresses know it. */
export const originOf = (c: Context<Env>) => `http://127.0.0.1:${c.env.incoming.socket.localPort}`;

/** After a form: back to a page, with one sentence of what happened. */
export const back = (c: Context<Env>, path: string, note?: string) =>
  c.redirect(note === undefined ? path : `${path}?${new URLSearchParams({ note })}`, 303);
