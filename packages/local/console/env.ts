import type { HttpBindings } from "@hono/node-server";

/** What Hono hands its handlers here: Node's own request, for the socket behind it. */
export type Env = { Bindings: HttpBindings };
