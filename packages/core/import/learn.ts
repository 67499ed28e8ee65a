import type { Info } from "../candidate/candidate.schema.ts";
import { normaliseLink } from "../candidate/link.ts";
import type { Draft } from "./draft.ts";
import { bare } from "./headers.ts";
import { distinct } from "./values.ts";

const MOST_WORDS = 50;

/**
 * What a row says of somebody that we do not know yet, or know otherwise. Words are added, never taken away; what she wrote of herself
 * on a form stays, and a name in other capitals is the same name. Pure.
 */
export function learned(
  candidate: Info,
  { name, locale, details, ...lists }: Draft,
  fromForm: boolean,
): Partial<Info> {
  const told = fromForm
    ? {}
    : { ...(bare(name) === bare(candidate.name) ? {} : { name }), ...(locale ? { locale } : {}) };
  const { link, ...others } = details;
  const samePage = link && candidate.link && normaliseLink(link) === normaliseLink(candidate.link);
  const said: Partial<Info> = { ...told, ...others, ...(link && !samePage ? { link } : {}) };
  const facts = Object.entries(said).filter(([field, value]) => candidate[field as keyof Info] !== value);
  return { ...Object.fromEntries(facts), ...moreOf(candidate, lists) };
}

function moreOf(candidate: Info, lists: Pick<Draft, "skills" | "interests" | "tags">): Partial<Info> {
  const grown = (["skills", "interests", "tags"] as const).map((field) => {
    const all = distinct([...candidate[field], ...lists[field]]).slice(0, MOST_WORDS);
    return [field, all.length > candidate[field].length ? all : undefined] as const;
  });
  return Object.fromEntries(grown.filter(([, words]) => words !== undefined));
}
