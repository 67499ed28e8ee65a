import { startCloud } from "../../packages/local/cloud.ts";
import { directory } from "../bench/machine.ts";
import type { Sent } from "../faults/evidence.ts";
import { isRefused, isStored, problems } from "./checks.ts";
import { type Found, found } from "./found.ts";
import { type Growth, growth, leaks } from "./growth.ts";
import { type Offered, offered, type Response } from "./offered.ts";
import { type Quantiles, quantiles } from "./quantiles.ts";
import { scene } from "./scene.ts";
import { type Sample, watch } from "./watch.ts";

export interface Size {
  /** Sign-ups offered a second. */
  readonly rate: number;
  readonly minutes: number;
  /** Whom the campaign writes to. */
  readonly people: number;
  readonly seed: number;
}

export interface Outcome extends Size {
  readonly offered: number;
  readonly stored: number;
  /** 429 with Retry-After. */
  readonly refused: number;
  /** From the planned arrival to the answer, milliseconds. */
  readonly latency: { readonly stored: Quantiles; readonly refused: Quantiles };
  /** How much later than planned the generator asked, milliseconds. */
  readonly lateness: Quantiles;
  /** Mails that left while sign-ups were offered. */
  readonly mails: { readonly campaign: number; readonly confirmations: number };
  /** MB at the first look and at the last. */
  readonly memory: { readonly first: number; readonly last: number; readonly growth: Growth };
  /** Until all was offered and answered, and until everything had come to rest. */
  readonly seconds: { readonly offer: number; readonly rest: number };
  /** What is not as it must be, a sentence each. */
  readonly problems: readonly string[];
}

/** Offers sign-ups while a campaign runs, lets everything come to rest, and looks whether all is there. */
export async function run(size: Size, tell: (what: string) => void): Promise<Outcome> {
  const { data, remove } = await directory();
  try {
    const { here, stamp, end } = await scene(data, size.people);
    tell(`the campaign to ${size.people} people runs`);
    const [from, looked] = [here.clock.ms(), watch(here, data)];
    const { rate, seed, minutes } = size;
    const offer = await offered({ siteUrl: here.siteUrl, stamp, rate, seed, seconds: minutes * 60 });
    const [to, samples] = [here.clock.ms(), await looked()];
    tell(`${offer.responses.length} sign-ups were offered`);
    const began = performance.now();
    await end();
    const there = await rest(data);
    const seconds = { offer: offer.seconds, rest: (performance.now() - began) / 1000 };
    const mails = there.mails.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to);
    return { ...size, ...summary(offer, there, samples), mails: split(mails), seconds };
  } finally {
    await remove();
  }
}

const HOUR_MS = 3_600_000;

/** The product starts again; an hour later what failed once has been tried again. */
async function rest(data: string): Promise<Found> {
  const cloud = await startCloud({ port: 0, data });
  try {
    cloud.services.email.setLimits({ maxSendRate: 1e6, max24HourSend: 1e9 });
    await cloud.clock.moveTo(cloud.clock.ms() + HOUR_MS);
    return await found(cloud);
  } finally {
    await cloud.stop();
  }
}

function summary({ responses, lateness }: Offered, there: Found, samples: readonly Sample[]) {
  const [stored, refused] = [responses.filter(isStored), responses.filter(isRefused)];
  const memory = { first: samples[0]?.memory ?? 0, last: samples.at(-1)?.memory ?? 0 };
  return {
    offered: responses.length,
    stored: stored.length,
    refused: refused.length,
    latency: { stored: latency(stored), refused: latency(refused) },
    lateness,
    memory: { ...memory, growth: growth(samples) },
    problems: [...problems(responses, there), ...leaks(samples)],
  };
}

const latency = (which: readonly Response[]) =>
  quantiles(which.flatMap(({ ms }) => (ms === undefined ? [] : [ms])));

function split(mails: readonly Sent[]) {
  const campaign = mails.filter(({ tags }) => tags.campaign).length;
  return { campaign, confirmations: mails.length - campaign };
}
