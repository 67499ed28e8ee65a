import { report as invariants } from "../faults/report.ts";
import type { Item } from "../flows/support/recount.ts";
import { ofKind } from "../flows/support/recount.ts";
import type { Lived, Mark } from "./run.ts";

/** What came of it, in figures. */
export interface Figures {
  readonly people: number;
  readonly campaigns: number;
  readonly days: number;
  readonly mails: number;
  /** Real seconds. */
  readonly seconds: number;
  /** MB at the start and at the end. */
  readonly memory: { readonly first: number; readonly last: number };
  readonly data: { readonly first: number; readonly last: number; readonly kbPerPerson: number };
  readonly marks: readonly Mark[];
  /** What the product's replay went over, and its self-check. */
  readonly replayed: number;
  readonly selfChecked: number;
  readonly problems: readonly string[];
}

export function figures(lived: Lived): Figures {
  const { size, marks, evidence, checked } = lived;
  const [first, last] = [marks[0], marks.at(-1)];
  const people = peopleIn(evidence.items);
  const [from, to] = [first?.data ?? 0, last?.data ?? 0];
  return {
    people,
    campaigns: ofKind(evidence.items, "campaign").length,
    days: size.days,
    mails: evidence.mails.length,
    seconds: Math.round(last?.seconds ?? 0),
    memory: { first: first?.memory ?? 0, last: last?.memory ?? 0 },
    data: { first: from, last: to, kbPerPerson: ((to - from) * 1024) / Math.max(1, people) },
    marks,
    replayed:
      evidence.rebuilt.log.rebuilt + evidence.rebuilt.figures.rebuilt + evidence.rebuilt.roster.rebuilt,
    selfChecked: checked.people + checked.campaigns,
    problems: problems(lived),
  };
}

/** Who ever was in the pool or asked to be; of who was erased or never confirmed, the gate or the log is left. */
const peopleIn = (items: readonly Item[]): number =>
  new Set(items.flatMap(({ candidateId }) => (typeof candidateId === "string" ? [candidateId] : []))).size;

const MOST = 5;

function problems({ evidence, found, errors, checked, refusals }: Lived): string[] {
  const broken = [...Map.groupBy(found, ({ invariant }) => invariant.name)].map(
    ([name, all]) =>
      `Broken: ${name}: ${all[0]?.breach.what}${all.length > 1 ? `, and ${all.length - 1} more` : ""}`,
  );
  const unanswered = evidence.acts.filter(({ kind, done }) => kind === "sign up" && done === undefined);
  const failed = refusals.filter((line) => / 5\d\d/.test(line));
  return [
    ...broken,
    ...(unanswered.length > 0 ? [`${unanswered.length} sign-ups were not taken`] : []),
    ...(failed.length > 0 ? [`${failed.length} answers were errors: ${failed[0]}`] : []),
    ...checked.drifts.slice(0, MOST).map((drift) => `The self-check found ${drift}`),
    ...(errors.length > 0 ? [`${errors.length} errors were logged: ${errors[0]}`] : []),
  ];
}

const whole = (n: number) => Math.round(n).toLocaleString("en");

/** The same for people. */
export function report(lived: Lived): string {
  const { size, evidence, found, refusals } = lived;
  const all = figures(lived);
  const { memory, data } = all;
  const story = invariants(size.seed, { evidence, found, lives: 1, rounds: size.days, refusals });
  return [
    `${size.days} days, ${whole(all.people)} people, ${all.campaigns} campaigns, ${whole(all.mails)} mails, in ${whole(all.seconds)} s`,
    "",
    `data         ${data.first.toFixed(1)} MB at first, ${data.last.toFixed(1)} MB at last: ${data.kbPerPerson.toFixed(1)} kB a person`,
    `memory       ${whole(memory.first)} MB at first, ${whole(memory.last)} MB at last`,
    ...all.marks.map(
      ({ day, people, data: mb, memory: rss }) =>
        `  day ${String(day).padStart(4)}  ${whole(people)} by the form, ${whole(mb)} MB of data, ${whole(rss)} MB in memory`,
    ),
    `replay       ${whole(all.replayed)} entries, figures and people, self-check of ${all.selfChecked}`,
    "",
    story,
  ].join("\n");
}
