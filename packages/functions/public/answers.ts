import { parse } from "@perennial/core/fn.ts";
import type { Locale } from "@perennial/core/text.ts";
import { TRAP } from "@perennial/site/page/join.ts";
import * as z from "zod";
import type { Request } from "../adapter/http.ts";
import { sentJson } from "./reply.ts";

/** What was sent, before core judges it. Fields that nobody asked for are still in it, to be refused by name. */
export type Answers = Readonly<Record<string, unknown>>;

/** Taken as it is: a record of zod's would leave a field named `__proto__` out instead of refusing it. */
const Sent = z.custom<Answers>(isObject, "Must be an object");

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Answers of a form or of JSON, in one shape: a box is true or false, an empty line is no answer. */
export function answersOf(request: Request, locale: Locale): Answers {
  const sent = fieldsOf(request);
  const { interest, jobNews, tracking, ...rest } = sent;
  const told = typeof interest === "string" && interest.trim() === "" ? {} : { interest };
  return { locale, ...rest, ...told, jobNews: box(jobNews), tracking: box(tracking) };
}

/** A box as forms send it: `yes`, or nothing at all. */
export const box = (value: unknown) => (value === "yes" ? true : (value ?? false));

/** What was sent, by field. */
export const sentIn = ({ body }: Request): Answers => parse(Sent, body ?? {});

function fieldsOf(request: Request): Answers {
  const fields = sentIn(request);
  if (sentJson(request)) return fields;
  const { [TRAP]: _, ...known } = fields;
  return known;
}

/** Whether the field that no person sees was filled in. */
export const isTrapped = (request: Request): boolean => !sentJson(request) && Boolean(sentIn(request)[TRAP]);

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
