import { engageAll, trackedOf, writeToAll } from "./campaign.ts";
import { importAll } from "./import.ts";
import { directory, liftQuota, openMachine } from "./machine.ts";
import { onPool } from "./on-pool.ts";
import { confirmAll, openedForm, signUpAll } from "./people.ts";
import { rated } from "./rated.ts";
import type { Sample } from "./sample.ts";
import { askEverybody } from "./segment.ts";

const SIGNUPS = 1000;
const ROWS = 3000;
const PEOPLE = 100_000;
/** What comes before the measurement, so that the code is compiled and the pages of the table are there. */
const WARM = { signUps: 100, rows: 200, mails: 50 };

/** A start on an empty directory, and people who sign up as fast as they are let in. Their mails keep to the quota of a new account. */
export async function arrivals(): Promise<Sample[]> {
  const { data, remove } = await directory();
  const here = await openMachine(data);
  // The clock is not moved once mails wait: it would wait for them.
  const stamp = await openedForm(here);
  await signUpAll(here, stamp, WARM.signUps, "early");
  const signup = await rated(here, "signup", () => signUpAll(here, stamp, SIGNUPS));
  await here.end();
  await remove();
  return [{ name: "start", value: here.seconds }, signup];
}

/** A pool from a form and from a file, and a campaign to all of it, some of whom open and click. The quota is no limit. */
export async function relationship(): Promise<Sample[]> {
  const { data, remove } = await directory();
  const here = await openMachine(data);
  await liftQuota(here);
  await signUpAll(here, await openedForm(here), SIGNUPS);
  await confirmAll(here, SIGNUPS);
  await importAll(here, WARM.rows, "early.example");
  const imported = await rated(here, "import", async () => ({
    count: ROWS,
    seconds: await importAll(here, ROWS),
  }));
  let campaignId = "";
  const campaign = await rated(here, "campaign", async () => {
    const sent = await writeToAll(here);
    campaignId = sent.campaignId;
    return sent;
  });
  const mails = await trackedOf(here, campaignId);
  const warm = await engageAll(here, campaignId, mails.slice(0, WARM.mails), 0);
  const rest = mails.slice(WARM.mails);
  const events = await rated(here, "events", () => engageAll(here, campaignId, rest, warm.count));
  const rss: Sample = { name: "rss", value: (await here.used()).memory };
  await here.end();
  await remove();
  return [imported, campaign, events, rss];
}

/** Asks a pool several times, each time after a start, so that nothing is known already. */
export const segments = (rounds: number): Promise<Sample[]> =>
  onPool({ people: PEOPLE, rounds }, async (here) => [
    { name: "segment100k", value: await askEverybody(here, PEOPLE) },
  ]);
