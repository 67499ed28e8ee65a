import { Candidate } from "@perennial/core/candidate";
import { wording } from "@perennial/core/consent/wording.ts";
import { parse } from "@perennial/core/fn.ts";
import { Organisation } from "@perennial/core/organisation";
import { Page } from "@perennial/site/page";
import * as z from "zod";
import type { Reply, Request } from "../adapter/http.ts";
import { page, tokenOf } from "./reply.ts";
import { visitOf, visitTo } from "./visit.ts";

/** A box as forms send it: `yes`, or nothing at all. */
const Box = z
  .literal("yes")
  .optional()
  .transform((value) => value !== undefined);

const Act = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("save"), jobNews: Box, tracking: Box }),
  z.strictObject({ action: z.literal("erase") }),
  z.strictObject({ action: z.literal("erase-confirm") }),
]);

const STEP = "erase";

/** `GET /preferences/{token}`: what she allows; with `?step=erase` the question before deleting everything. */
export async function show(request: Request): Promise<Reply> {
  const held = await Candidate.preferences({ token: tokenOf(request) });
  if (!held) return page(200, await Page.erased(await visitOf(request)));
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
  const act = parse(Act, request.body ?? {});
  const held = await Candidate.preferences({ token });
  const own = held?.locale;
  if (act.action === "erase-confirm") await Candidate.erase({ token });
  if (!held || act.action === "erase-confirm")
    return page(200, await Page.erased(await visitOf(request, { own })));
  if (act.action === "erase") return erase(request, held.locale);
  const { jobNews, tracking } = act;
  await Candidate.setPreferences({ token, jobNews, tracking });
  return page(200, await Page.saved(await visitOf(request, { own }), { jobNews, tracking }));
}

async function erase(request: Request, own: Candidate.Info["locale"]): Promise<Reply> {
  return page(200, await Page.erase(await visitOf(request, { own, keep: `step=${STEP}` })));
}
