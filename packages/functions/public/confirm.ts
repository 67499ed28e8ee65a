import * as Candidate from "@perennial/core/candidate";
import { parse } from "@perennial/core/fn.ts";
import * as Page from "@perennial/site/page";
import * as z from "zod";
import type { Reply, Request } from "../adapter/http.ts";
import { json, page, tokenOf, wantsJson } from "./reply.ts";
import { visitOf } from "./visit.ts";

const Nothing = z.strictObject({});

/** `GET /confirm/{token}`: shows, changes nothing. */
export async function show(request: Request): Promise<Reply> {
  const { locale, state, tracking } = await Candidate.invitation({ token: tokenOf(request) });
  if (wantsJson(request)) return json(200, { state, tracking });
  const visit = await visitOf(request, { own: locale });
  return page(200, await (state === "done" ? Page.already(visit) : Page.confirm(visit, { tracking })));
}

/** `POST /confirm/{token}`: confirms; once more changes nothing more. */
export async function send(request: Request): Promise<Reply> {
  parse(Nothing, request.body ?? {});
  const { locale, preferencesToken } = await Candidate.confirm({ token: tokenOf(request) });
  const preferences = `/preferences/${preferencesToken}`;
  if (wantsJson(request)) return json(200, { state: "confirmed", preferences });
  const visit = await visitOf(request, { own: locale });
  return page(200, await Page.confirmed(visit, { preferences: `${preferences}?lang=${visit.locale}` }));
}
