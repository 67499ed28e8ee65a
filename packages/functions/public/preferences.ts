import * as Candidate from "@perennial/core/candidate";
import { wording } from "@perennial/core/consent/wording.ts";
import { parse } from "@perennial/core/fn.ts";
import * as Organisation from "@perennial/core/organisation";
import * as Page from "@perennial/site/page";
import * as z from "zod";
import type { Reply, Request } from "../adapter/http.ts";
import { type Answers, box, sentIn } from "./answers.ts";
import { json, page, sentJson, tokenOf, wantsJson } from "./reply.ts";
import { visitOf, visitTo } from "./visit.ts";

const Act = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("save"), jobNews: z.boolean(), tracking: z.boolean() }),
  z.strictObject({ action: z.literal("erase") }),
  z.strictObject({ action: z.literal("erase-confirm") }),
]);

const STEP = "erase";

/** `GET /preferences/{token}`: what she allows; with `?step=erase` the question before deleting everything. */
export async function show(request: Request): Promise<Reply> {
  const held = await Candidate.preferences({ token: tokenOf(request) });
  if (!held) return nothingKept(request);
  if (wantsJson(request)) return json(200, { state: "kept", ...held });
  if (request.query.step === STEP) return erase(request, held.locale);
  const organisation = await Organisation.required();
  const visit = visitTo(organisation, request, { own: held.locale });
  const wordings = {
    jobNews: wording("job_news", visit.locale, organisation),
    tracking: wording("tracking", visit.locale, organisation),
  };
  return page(200, await Page.preferences(visit, { ...held, wordings }));
}

/** `POST /preferences/{token}`: saves the switches, asks before deleting, or deletes. */
export async function send(request: Request): Promise<Reply> {
  const token = tokenOf(request);
  const act = parse(Act, asked(request));
  const held = await Candidate.preferences({ token });
  if (act.action === "erase-confirm") await Candidate.erase({ token });
  if (!held || act.action === "erase-confirm") return nothingKept(request, held?.locale);
  if (act.action === "erase") return erase(request, held.locale);
  const visit = await visitOf(request, { own: held.locale });
  const { jobNews, tracking } = act;
  const now = await Candidate.setPreferences({ token, jobNews, tracking, locale: visit.locale });
  if (!now) return nothingKept(request, held.locale);
  const { locale: _, ...switches } = now;
  if (wantsJson(request)) return json(200, { state: "saved", ...switches });
  return page(200, await Page.saved(visit, switches));
}

/** A form leaves out the boxes that are not ticked; JSON names them all. */
function asked(request: Request): Answers {
  const sent = sentIn(request);
  if (sentJson(request) || sent.action !== "save") return sent;
  return { ...sent, jobNews: box(sent.jobNews), tracking: box(sent.tracking) };
}

type Own = Candidate.Info["locale"];

async function erase(request: Request, own: Own): Promise<Reply> {
  if (wantsJson(request)) return json(200, { state: "asked", next: "erase-confirm" });
  return page(200, await Page.erase(await visitOf(request, { own, keep: `step=${STEP}` })));
}

async function nothingKept(request: Request, own?: Own): Promise<Reply> {
  if (wantsJson(request)) return json(200, { state: "nothing_kept" });
  return page(200, await Page.erased(await visitOf(request, { own })));
}
