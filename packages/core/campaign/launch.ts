import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { insist } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { audienceOf } from "./audience.ts";
import { blockersOf } from "./blockers.ts";
import type { Entry, Info } from "./campaign.schema.ts";
import { NOT_YET_MS } from "./course.ts";
import { ruleOf } from "./entry.ts";
import { Events } from "./events.ts";
import { gridFor } from "./grid.ts";
import { takenBackUntil } from "./not-yet.ts";
import { expect, turn, Which } from "./steer.ts";
import { journeyItem } from "./version.ts";

/**
 * Launches a draft: copies the segment's rule, says who the sender is, keeps this version's steps. Nobody enters for ten minutes.
 * Refused while anything is missing, naming each thing.
 */
export const launch = fn(Which, async (input) => {
  const campaign = await expect(input, "draft");
  await refuseBlocked(campaign);
  const { entry, grid } = await fixed(campaign);
  const startsAt = new Date(Clock.ms() + NOT_YET_MS).toISOString();
  return turn({
    campaign,
    to: "running",
    event: Events.Launched,
    starts: true,
    set: { entry, grid, startsAt, launchedAt: Clock.iso(), ...senderOf() },
    also: ({ journey }) => [journey.put(journeyItem(campaign)).commit()],
  });
});

async function refuseBlocked(campaign: Info): Promise<void> {
  const blockers = await blockersOf(campaign);
  if (blockers.length === 0) return;
  const problems = blockers.map(({ code, message }) => ({ field: code, message }));
  throw new AppError(
    "blocked",
    "campaign.blocked",
    "Something is missing before this can be launched",
    problems,
  );
}

/** The entry as it stays from now on, and how often people are looked at. */
async function fixed({ entry, steps }: Info): Promise<Pick<Info, "entry" | "grid">> {
  const rule = await ruleOf(entry);
  if (entry.kind === "form" || !rule) return { entry, grid: gridFor({ entry, steps }, 0) };
  const people = await audienceOf(rule);
  return { entry: { ...entry, rule }, grid: gridFor({ entry, steps }, people.length) };
}

/** Whoever launches: answers go to her. */
function senderOf(): Pick<Info, "sender"> | Record<never, never> {
  const acting = Actor.use();
  if (acting.kind !== "recruiter") return {};
  return { sender: { recruiterId: acting.id, name: acting.name, email: acting.email } };
}

/** Takes a launch back while nobody can have entered, until a minute and a half before the start: the campaign is a draft again, and follows its segment again. */
export const notYet = fn(Which, (input) =>
  insist(async () => {
    const campaign = await expect(input, "running");
    refuseStarted(takenBackUntil(campaign.startsAt ?? Clock.iso()));
    return turn({
      campaign,
      to: "draft",
      event: Events.TakenBack,
      starts: false,
      set: { entry: unfixed(campaign.entry) },
      forget: ["sender", "startsAt", "launchedAt", "notBefore"],
    });
  }),
);

/** Ends the ten minutes: people enter from now on. */
export const startNow = fn(Which, (input) =>
  insist(async () => {
    const campaign = await expect(input, "running");
    refuseStarted(Date.parse(campaign.startsAt ?? Clock.iso()));
    const set = { startsAt: Clock.iso() };
    return turn({ campaign, to: "running", event: Events.StartedNow, starts: true, set });
  }),
);

/** @param since epoch millisecond from which on somebody may have entered */
function refuseStarted(since: number): void {
  if (since > Clock.ms()) return;
  throw new AppError(
    "conflict",
    "campaign.started",
    "This campaign has started: people may have entered. Pause or stop it instead.",
  );
}

function unfixed(entry: Entry): Entry {
  if (entry.kind === "form") return entry;
  const { rule: _, ...rest } = entry;
  return rest;
}
