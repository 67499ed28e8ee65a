import * as Candidate from "@perennial/core/candidate";
import { wording } from "@perennial/core/consent/wording.ts";
import { AppError } from "@perennial/core/error.ts";
import { parse } from "@perennial/core/fn.ts";
import * as Form from "@perennial/core/form";
import * as Token from "@perennial/core/token";
import type { Visit } from "@perennial/site/frame/visit.ts";
import type { Join } from "@perennial/site/page";
import * as Page from "@perennial/site/page";
import type { Reply, Request } from "../adapter/http.ts";
import { statusOf } from "../adapter/status.ts";
import { type Answers, answersOf, isTrapped, ticked, typed } from "./answers.ts";
import { json, page, wantsJson } from "./reply.ts";
import { visitOf, visitTo } from "./visit.ts";

const STEP = "sent";

/** `GET /join`: the form; with `?step=sent` what to do next, so that its language can be switched. */
export async function show(request: Request): Promise<Reply> {
  const form = await Form.current(request.params.formId);
  if (!form) return closed(request);
  const visit = visitTo(form.organisation, request);
  if (wantsJson(request)) return json(200, await asked(form, visit));
  if (request.query.step === STEP) return sent(request, visit);
  return page(200, await Page.join(visit, await view(form, visit)), { indexable: true });
}

/** `POST /join`: the same answer for every address, known or not, and for machines that fill in everything. */
export async function send(request: Request): Promise<Reply> {
  const form = await Form.current(request.params.formId);
  if (!form) return closed(request);
  const visit = visitTo(form.organisation, request);
  const answers = answersOf(request, visit.locale);
  try {
    if (!isTrapped(request))
      await Candidate.signUpTo(form, parse(Candidate.signUp.schema, { ...answers, formId: form.formId }));
  } catch (error) {
    if (error instanceof AppError && error.kind === "invalid" && !wantsJson(request))
      return again(error, form, visit, answers);
    throw error;
  }
  return wantsJson(request)
    ? json(202, { state: "check_inbox" })
    : sent(request, visit, typed(answers).email);
}

async function sent({ path }: Request, visit: Visit, email?: string): Promise<Reply> {
  return page(200, await Page.sent({ ...visit, keep: `step=${STEP}` }, { email, form: path }));
}

async function closed(request: Request): Promise<Reply> {
  const status = statusOf("missing");
  if (wantsJson(request)) throw new AppError("missing", "form.closed", "This form is not open yet");
  return page(status, await Page.refused(await visitOf(request), "closed"));
}

async function again(error: AppError, form: Form.Open, visit: Visit, answers: Answers): Promise<Reply> {
  const wrong = [...new Set(error.problems.map(({ field }) => field))];
  const back = { values: typed(answers), ticked: ticked(answers), wrong };
  const body = await Page.join(visit, { ...(await view(form, visit, answers.stamp)), ...back });
  return page(statusOf(error.kind), body);
}

async function view({ formId, organisation }: Form.Open, { locale }: Visit, stamp?: unknown): Promise<Join> {
  return {
    jobNews: wording("job_news", locale, organisation),
    tracking: wording("tracking", locale, organisation),
    stamp: await stampOf(formId, stamp),
  };
}

/** Keeps a stamp that still holds, so that whoever was too fast need not wait anew. */
async function stampOf(formId: string, stamp: unknown): Promise<string> {
  if (typeof stamp === "string") {
    const verified = await Token.verify("form", stamp).catch(() => undefined);
    if (verified?.subject === formId) return stamp;
  }
  return Token.sign("form", { subject: formId });
}

/** The form as JSON: what it asks and the stamp to send back. */
async function asked(form: Form.Open, visit: Visit) {
  const { formId, name, organisation } = form;
  const { stamp, jobNews, tracking } = await view(form, visit);
  return {
    formId,
    name,
    organisation: organisation.name,
    languages: visit.languages,
    stamp,
    jobNews,
    tracking,
  };
}
