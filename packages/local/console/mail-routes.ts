import type { Context, Hono } from "hono";
import { clickAsPerson, openAsPerson, scan, unsubscribeAsMailbox } from "./act.ts";
import { back, type Env, originOf } from "./env.ts";
import { BODY_POLICY, mailBody, mailPage, parts } from "./mail.ts";
import type { ConsoleSources, Inbox, OpenedMail } from "./sources.ts";

/** What a button of the mail's page does, and the sentence it comes back with. */
const acts: Record<string, (mail: OpenedMail, origin: string, email: Inbox) => Promise<string>> = {
  open: async (mail, origin) =>
    (await openAsPerson(mail, origin))
      ? "Opened, as a person would."
      : "Opened. It is not tracked, so nobody knows.",
  scan: async (mail, origin) => `Scanned: ${await scan(mail, origin)} addresses fetched within a second.`,
  unsubscribe: async (mail) => {
    const status = await unsubscribeAsMailbox(mail);
    return status === undefined
      ? "This mail offers no one-click unsubscribe."
      : `Posted. It answered ${status}.`;
  },
  bounce: async ({ id }, _origin, email) =>
    (await email.report(id, "bounce")) ? "Bounced." : "This mail can't bounce.",
  complaint: async ({ id }, _origin, email) =>
    (await email.report(id, "complaint")) ? "Marked as spam." : "This mail can't be reported.",
};

export function mailRoutes(app: Hono<Env>, { email }: ConsoleSources) {
  const withMail =
    (answer: (c: Context<Env>, mail: OpenedMail) => Promise<Response> | Response) =>
    async (c: Context<Env>) => {
      const mail = await email.get(c.req.param("id") ?? "");
      return mail === undefined ? c.notFound() : answer(c, mail);
    };
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
  for (const [name, act] of Object.entries(acts))
    app.post(
      `/inbox/:id/${name}`,
      withMail(async (c, mail) => back(c, `/inbox/${mail.id}`, await act(mail, originOf(c), email))),
    );
  app.post(
    "/inbox/:id/click/:n",
    withMail(async (c, mail) => {
      const to = await clickAsPerson(mail, Number(c.req.param("n")), originOf(c));
      return to === undefined ? c.notFound() : c.redirect(new URL(to).href, 303);
    }),
  );
}
