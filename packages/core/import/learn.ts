import { type Info, MOST_WORDS } from "../candidate/candidate.schema.ts";
import { normaliseLink } from "../candidate/link.ts";
import type { Draft } from "./draft.ts";
import { bare } from "./headers.ts";
import type { Field } from "./prints.ts";
import { distinct } from "./values.ts";

/**
 * What a row says of somebody that we do not know yet, or know otherwise, of the fields it has news of. Words are added, never taken
 * away; a name in other capitals is the same name. Pure.
 */
export function learned(
  candidate: Info,
  { name, locale, details: { link, ...others }, ...lists }: Draft,
  news: ReadonlySet<Field>,
): Partial<Info> {
  const samePage = link && candidate.link && normaliseLink(link) === normaliseLink(candidate.link);
  const told: Partial<Info> = {
    ...(bare(name) === bare(candidate.name) ? {} : { name }),
    ...(locale ? { locale } : {}),
    ...others,
    ...(link && !samePage ? { link } : {}),
  };
  const facts = (Object.keys(told) as (Field & keyof typeof told)[]).filter(
    (field) => news.has(field) && candidate[field] !== told[field],
  );
  return {
    ...Object.fromEntries(facts.map((field) => [field, told[field]])),
    ...moreOf(candidate, lists, news),
  };
}

function moreOf(
  candidate: Info,
  lists: Pick<Draft, "skills" | "interests" | "tags">,
  news: ReadonlySet<Field>,
): Partial<Info> {
  const grown = (["skills", "interests", "tags"] as const).map((field) => {
    const all = distinct([...candidate[field], ...lists[field]]).slice(0, MOST_WORDS);
    return [field, news.has(field) && all.length > candidate[field].length ? all : undefined] as const;
  });
  return Object.fromEntries(grown.filter(([, words]) => words !== undefined));
}
