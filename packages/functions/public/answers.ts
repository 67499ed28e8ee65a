import { parse } from "@perennial/core/fn.ts";
import type { Locale } from "@perennial/core/text.ts";
import { TRAP } from "@perennial/site/page/join.ts";
import * as z from "zod";
import type { Request } from "../adapter/http.ts";
import { sentJson } from "./reply.ts";

/** What was sent, before core judges it. Fields that nobody asked for are still in it, to be refused by name. */
export type Answers = Readonly<Record<string, unknown>>;

const Sent = z.record(z.string(), z.unknown(), "Must be an object");

/** Answers of a form or of JSON, in one shape: a box is true or false, an empty line is no answer. */
export function answersOf(request: Request, locale: Locale): Answers {
  const sent = fieldsOf(request);
  const { interest, jobNews, tracking, ...rest } = sent;
  const told = typeof interest === "string" && interest.trim() === "" ? {} : { interest };
  return { locale, ...rest, ...told, jobNews: box(jobNews), tracking: box(tracking) };
}

const box = (value: unknown) => (value === "yes" ? true : (value ?? false));

function fieldsOf(request: Request): Answers {
  const fields = parse(Sent, request.body ?? {});
  if (sentJson(request)) return fields;
  const { [TRAP]: _, ...known } = fields;
  return known;
}

/** Whether the field that no person sees was filled in. */
export const isTrapped = (request: Request): boolean =>
  !sentJson(request) && Boolean(parse(Sent, request.body ?? {})[TRAP]);

/** What she typed, to give back to her. */
export function typed({ name, email, interest }: Answers) {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { name: text(name), email: text(email), interest: text(interest) };
}

/** The boxes as she left them. */
export const ticked = ({ jobNews, tracking }: Answers) => ({
  jobNews: jobNews === true,
  tracking: tracking === true,
});
