import type { Found, Outcome } from "./run.ts";
import { story } from "./story.ts";

const MOST_STORIES = 3;

/** What a run did and found: figures in three lines; of what broke, each invariant with its query, and stories of the first few. */
export function report(seed: number, { evidence, found, lives, rounds, refusals }: Outcome): string {
  const { acts, mails, faults, dead } = evidence;
  const done = acts.filter((act) => act.done !== undefined).length;
  const figures = [
    `seed ${seed}: ${rounds} rounds, ${done} of ${acts.length} acts acknowledged, ${mails.length} mails, ${lives} lives`,
    `  acts: ${counted(acts.map(({ kind, done: at }) => (at === undefined ? `${kind} (unanswered)` : kind)))}`,
    `  refused: ${counted(refusals)}`,
    `  faults: ${counted(faults.map(({ kind }) => kind))}; ${dead.before.length} dead letters`,
  ];
  if (found.length === 0) return [...figures, "  every invariant holds"].join("\n");
  const broken = [...Map.groupBy(found, ({ invariant }) => invariant.name)].flatMap(([name, all]) =>
    brokenLines(name, all),
  );
  const people = new Map(found.map(({ breach }) => [breach.candidateId ?? breach.campaignId, breach]));
  const stories = [...people.values()]
    .slice(0, MOST_STORIES)
    .flatMap((breach) => ["", ...story(breach, evidence)]);
  return [...figures, ...broken, ...stories].join("\n");
}

const MOST_BREACHES = 6;

function brokenLines(name: string, all: readonly Found[]): string[] {
  const shown = all
    .slice(0, MOST_BREACHES)
    .map(({ breach: { what, candidateId, campaignId, messageId } }) => {
      const ids = [candidateId, campaignId, messageId].filter((id) => id !== undefined);
      return `      ${what}${ids.length > 0 ? ` (${ids.join(", ")})` : ""}`;
    });
  const more = all.length > shown.length ? [`      and ${all.length - shown.length} more`] : [];
  return [`  BROKEN: ${name}`, `    asked: ${all[0]?.invariant.query}`, ...shown, ...more];
}

const counted = (words: readonly string[]): string =>
  [...Map.groupBy(words, (word) => word)]
    .map(([word, all]) => `${all.length} ${word}`)
    .sort()
    .join(", ") || "none";
