import type { Person } from "@perennial/core/candidate/views.ts";
import { ServerClock } from "../api/clock.ts";
import { country } from "../words/countries.ts";
import { date, plainDay, plainMonthAndYear } from "../words/dates.ts";
import { count } from "../words/numbers.ts";
import { STAGES } from "../words/stages.ts";

type Who = Pick<
  Person,
  "title" | "company" | "city" | "country" | "experienceYears" | "openFrom" | "answers"
>;

/** Who she is: "Senior ICU nurse at St. Anna, Leipzig · 9 years · open to move from March". */
export function whoWords(person: Who): string {
  const { title, company, city, country: code, experienceYears, openFrom } = person;
  const work = [title, company].filter(Boolean).join(" at ");
  const place = [city, code && country(code)].filter(Boolean).join(", ");
  const told = [
    [work, place].filter(Boolean).join(", "),
    experienceYears !== undefined && count(experienceYears, "year", "years"),
    openFrom && openWords(openFrom),
  ].filter(Boolean);
  return told.length > 0 ? told.join(" · ") : Object.values(person.answers).filter(Boolean).join(" · ");
}

function openWords(openFrom: string): string {
  const today = new Date(ServerClock.ms()).toISOString().slice(0, 10);
  return openFrom <= today ? "open to move now" : `open to move from ${plainMonthAndYear(openFrom)}`;
}

/** Where we stand: stage, since when, which campaigns, with whom. */
export function standingWords(person: Person): string {
  const on = person.next.map(({ campaignName }) => `“${campaignName}”`).join(" and ");
  return [
    STAGES[person.stage],
    sinceWords(person),
    on && `in ${on}`,
    person.owner && `with ${person.owner.name}`,
    person.replied && `replied on ${date(person.replied.at)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function sinceWords({ standing, joinedAt, createdAt }: Person): string {
  if (standing === "pending") return `signed up on ${date(createdAt)}, not confirmed yet`;
  if (standing === "left") return `left the talent community; first came on ${date(createdAt)}`;
  if (standing === "sourced") return `added on ${date(createdAt)}`;
  return `in the talent community since ${date(joinedAt ?? createdAt)}`;
}

export const dueWords = (dueOn: string): string => {
  const today = new Date(ServerClock.ms()).toISOString().slice(0, 10);
  if (dueOn === today) return "today";
  return dueOn < today ? `since ${plainDay(dueOn)}` : plainDay(dueOn);
};
