import { engageAll, writeToAll } from "./campaign.ts";
import type { Name } from "./figures.ts";
import { importAll } from "./import.ts";
import { directory, liftQuota, type Machine, machine, openMachine } from "./machine.ts";
import { confirmAll, signUpAll } from "./people.ts";
import { askEverybody, populate } from "./segment.ts";

/** One measurement; with the seconds of CPU that one of them took and the cores that were busy, where that says something. */
export interface Sample {
  readonly name: Name;
  readonly value: number;
  readonly cpu?: { readonly each: number; readonly cores: number };
}

const SIGNUPS = 1000;
const ROWS = 3000;
const PEOPLE = 100_000;

/** A start on an empty directory, and people who sign up as fast as they are let in. Their mails keep to the quota of a new account. */
export async function arrivals(): Promise<Sample[]> {
  const { data, remove } = await directory();
  const here = await openMachine(data);
  const signup = await rated(here, "signup", () => signUpAll(here, SIGNUPS));
  await here.end();
  await remove();
  return [{ name: "start", value: here.seconds }, signup];
}

/** A pool from a form and from a file, and a campaign to all of it, some of whom open and click. The quota is no limit. */
export async function relationship(): Promise<Sample[]> {
  const { data, remove } = await directory();
  const here = await openMachine(data);
  await liftQuota(here);
  await signUpAll(here, SIGNUPS);
  await confirmAll(here, SIGNUPS);
  const imported = await rated(here, "import", async () => ({
    count: ROWS,
    seconds: await importAll(here, ROWS),
  }));
  const { sent, campaign } = await written(here);
  const events = await rated(here, "events", () => engageAll(here, sent));
  const rss: Sample = { name: "rss", value: (await here.used()).memory };
  await here.end();
  await remove();
  return [imported, campaign, events, rss];
}

/** The CPU of a mail includes what SES reports of it and what that is counted for. */
async function written(here: Machine) {
  const before = await here.used();
  const began = performance.now();
  const sent = await writeToAll(here);
  await here.clock.settled();
  const cpu = (await here.used()).cpu - before.cpu;
  const cores = (cpu * 1000) / (performance.now() - began);
  const { mails, seconds } = sent;
  const campaign: Sample = {
    name: "campaign",
    value: mails.length / seconds,
    cpu: { each: cpu / mails.length, cores },
  };
  return { sent, campaign };
}

/** Fills a directory once and asks it several times, each time after a start, so that nothing is known already. */
export async function segments(times: number): Promise<Sample[]> {
  const { data, remove } = await directory();
  await populate(data, PEOPLE);
  const samples: Sample[] = [];
  for (let time = 0; time < times; time++) {
    const here = await machine(data);
    samples.push({ name: "segment100k", value: await askEverybody(here, PEOPLE) });
    await here.end();
  }
  await remove();
  return samples;
}

/** How many a second, by what the work itself says or by the time it took. */
async function rated(
  here: Machine,
  name: Name,
  work: () => Promise<{ readonly count: number; readonly seconds?: number }>,
): Promise<Sample> {
  const [before, began] = [await here.used(), performance.now()];
  const { count, seconds } = await work();
  const wall = (performance.now() - began) / 1000;
  const cpu = (await here.used()).cpu - before.cpu;
  return { name, value: count / (seconds ?? wall), cpu: { each: cpu / count, cores: cpu / wall } };
}
