import * as Candidate from "@perennial/core/candidate";
import * as Page from "@perennial/site/page";
import type { Reply, Request } from "../adapter/http.ts";
import { page, tokenOf } from "./reply.ts";
import { visitOf } from "./visit.ts";

/** `GET /unsubscribe/{token}`: shows a button and changes nothing, because mail scanners open every link. */
export async function show(request: Request): Promise<Reply> {
  const known = await Candidate.farewell({ token: tokenOf(request) });
  const visit = await visitOf(request, { own: known?.locale });
  return page(200, await (known ? Page.unsubscribe(visit) : Page.unsubscribed(visit, { kept: false })));
}

/**
 * `POST /unsubscribe/{token}`. From our page it answers with a page. From a mail program (RFC 8058) it answers 200 at once,
 * whatever the body is and however often it comes: the address alone says who and what.
 */
export async function send(request: Request): Promise<Reply> {
  const fromPage = isFromPage(request.body);
  const left = await Candidate.unsubscribe({
    token: tokenOf(request),
    method: fromPage ? "page" : "one_click",
  });
  if (!fromPage) return { status: 200, headers: PLAIN, body: "Unsubscribed\n" };
  const visit = await visitOf(request, { own: left?.locale });
  const { preferencesToken: token } = left ?? {};
  const preferences = token && `/preferences/${token}?lang=${visit.locale}`;
  return page(200, await Page.unsubscribed(visit, { kept: left !== undefined, preferences }));
}

const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

const isFromPage = (body: unknown) =>
  typeof body === "object" && body !== null && "from" in body && body.from === "page";
