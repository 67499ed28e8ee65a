import { forEach } from "../bench/pool.ts";
import * as campaign from "../faults/acts/campaign.ts";
import * as desk from "../faults/acts/desk.ts";
import { importFile } from "../faults/acts/import.ts";
import * as people from "../faults/acts/people.ts";
import { inbox, type Stage } from "../faults/stage.ts";
import { doneBy, shareOf } from "./share.ts";

export interface Size {
  /** Who comes in the whole time, by the form or in a file. */
  readonly people: number;
  /** Launched one after the other, evenly over the time. */
  readonly campaigns: number;
  readonly days: number;
  readonly seed: number;
}

/** Rows of a file as `importFile` writes them: so many are new, and one is known. */
const NEW_IN_FILE = 23;
/** A third comes in files. */
const IN_FILES = 1 / 3;

/** What else happens, as often as somebody comes. */
const ACTS: readonly (readonly [often: number, act: (stage: Stage) => Promise<void>])[] = [
  [1, people.click],
  [0.1, people.unsubscribe],
  [0.05, people.refuse],
  [0.2, desk.edit],
  [0.1, desk.note],
  [0.02, desk.preview],
  [0.02, desk.doNotContact],
  [0.02, desk.erase],
  [0.01, campaign.pause],
  [0.02, campaign.resume],
  [0.005, campaign.rewrite],
  [0.001, campaign.stop],
];
/** Nine of ten confirm. */
const CONFIRMING = 0.9;

/** How many do something at the same moment. */
const AT_ONCE = 4;
const TYPING_MS = 10_000;
const DAY_MS = 86_400_000;

/** Everything that happens on one day, and the night that follows. */
export async function live(stage: Stage, day: number, size: Size): Promise<void> {
  const { here } = stage;
  const { days, campaigns } = size;
  const began = here.clock.ms();
  const files = Math.round((size.people * IN_FILES) / NEW_IN_FILE);
  const byForm = size.people - files * NEW_IN_FILE;
  await people.openForms(stage);
  await here.clock.moveTo(began + TYPING_MS);
  const known = stage.people.length;
  while (stage.people.length < doneBy(byForm, day, days)) await people.signUp(stage);
  await times(shareOf(files, day, days), () => importFile(stage));
  await here.clock.settled();
  await times(Math.round((stage.people.length - known) * CONFIRMING), () => people.confirm(stage));
  // Who has not pressed the link by then does not any more: after a week it is too old.
  for (const { id } of await inbox(stage)) stage.used.add(id);
  if (shareOf(campaigns, day, days) > 0) {
    await campaign.draft(stage, Number.POSITIVE_INFINITY);
    await campaign.launch(stage);
  }
  await here.clock.settled();
  for (const [often, act] of ACTS)
    await times(shareOf(Math.round(often * size.people), day, days), () => act(stage));
  await here.clock.moveTo(began + DAY_MS);
}

const times = (count: number, act: () => Promise<void>) =>
  forEach(
    Array.from({ length: count }, (_, n) => n),
    AT_ONCE,
    act,
  );
