import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { ZodError, z } from "zod";
import { accept, type Caller, type Desk } from "./accept.ts";
import { describeAccount, describeDestinations, describeSet } from "./account.ts";
import { sendBulk } from "./bulk.ts";
import { compose } from "./compose.ts";
import { badRequest, SesError } from "./error.ts";
import { SendEmail } from "./request.ts";

type Env = { Bindings: HttpBindings };

/** The REST JSON protocol of SES API v2, for the operations this machine has. */
export function wire(desk: Desk) {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    if (c.req.header("authorization") === undefined)
      throw new SesError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
    await next();
  });
  app.post("/v2/email/outbound-emails", async (c) => {
    if (desk.faults.strikes("dropped")) return hangUp(c);
    const draft = await compose(SendEmail.parse(await body(c)), desk.set);
    const MessageId = await accept(desk, draft, callerOf(c, "SendEmail"));
    return desk.faults.strikes("lost-response") ? hangUp(c) : c.json({ MessageId });
  });
  app.post("/v2/email/outbound-bulk-emails", async (c) =>
    c.json(await sendBulk(desk, await body(c), callerOf(c, "SendBulkEmail"))),
  );
  app.get("/v2/email/account", (c) => c.json(describeAccount(desk)));
  app.get("/v2/email/configuration-sets/:name", (c) => c.json(describeSet(desk.set, c.req.param("name"))));
  app.get("/v2/email/configuration-sets/:name/event-destinations", (c) =>
    c.json(describeDestinations(desk.set, c.req.param("name"))),
  );
  suppressionRoutes(app, desk);
  app.notFound(() =>
    fail(new SesError("UnknownOperationException", "This machine does not have this call.", 404)),
  );
  app.onError((error) => fail(asSesError(error)));
  return app;
}

const Put = z.object({ EmailAddress: z.string(), Reason: z.enum(["BOUNCE", "COMPLAINT"]) });

function suppressionRoutes(app: Hono<Env>, { suppression }: Desk) {
  const addresses = "/v2/email/suppression/addresses";
  app.put(addresses, async (c) => {
    const { EmailAddress, Reason } = Put.parse(await body(c));
    await suppression.put(EmailAddress, Reason);
    return c.json({});
  });
  app.get(addresses, async (c) => c.json(await suppression.list(c.req.query())));
  app.get(`${addresses}/:address`, async (c) =>
    c.json({ SuppressedDestination: await suppression.get(c.req.param("address")) }),
  );
  app.delete(`${addresses}/:address`, async (c) => {
    await suppression.remove(c.req.param("address"));
    return c.json({});
  });
}

async function body(c: Context<Env>): Promise<unknown> {
  return c.req.json().catch(() => {
    throw new SesError("SerializationException", "The request is not JSON.");
  });
}

function callerOf(c: Context<Env>, operation: Caller["operation"]): Caller {
  const key = /Credential=([\w-]+)/.exec(c.req.header("authorization") ?? "")?.[1];
  return { operation, ip: c.env.incoming.socket.remoteAddress ?? "127.0.0.1", identity: key ?? "local" };
}

/** Breaks the connection: the caller can't know what became of its call. */
function hangUp(c: Context<Env>) {
  c.env.incoming.socket.destroy();
  return c.body(null);
}

function asSesError(error: Error) {
  if (error instanceof SesError) return error;
  if (error instanceof ZodError) return badRequest(z.prettifyError(error));
  return new SesError("InternalServiceErrorException", "This machine failed: see its console.", 500);
}

function fail({ name, message, status }: SesError) {
  return new Response(JSON.stringify({ message }), {
    status,
    headers: {
      "content-type": "application/json",
      "x-amzn-errortype": name,
      "x-amzn-requestid": crypto.randomUUID(),
    },
  });
}
