import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Unit } from "./figure.ts";
import type { Outcome, Parts } from "./sample.ts";

export interface Value {
  readonly value: number;
  readonly unit: Unit;
  readonly parts?: Parts;
}

/** What one commit measured on one machine, as it is written down. */
export interface Kept {
  /** When the first of it was measured. */
  readonly at: string;
  readonly commit: string;
  readonly node: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly platform: string };
  /** SHA-256 hashes a second of one core, right before. */
  readonly calibration: number;
  /** By `Outcome.key`. */
  readonly figures: Readonly<Record<string, Value>>;
}

/** Where and when a run is, without its figures. */
export type Setting = Omit<Kept, "figures">;

/** So much faster or slower and it is another machine, or one that has something else to do. */
const TOLERANCE = 0.1;

const fileOf = ({ at, commit }: Pick<Kept, "at" | "commit">) => `${at.slice(0, 10)}-${commit}.json`;

/** Everything that was kept, oldest first. */
export async function keptIn(folder: string): Promise<Kept[]> {
  const names = await readdir(folder).catch(() => []);
  const texts = names
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFile(join(folder, name), "utf8"));
  const all = (await Promise.all(texts)).map((text) => JSON.parse(text) as Kept);
  return all.sort((a, b) => a.at.localeCompare(b.at));
}

/** What the same commit has kept already; refuses to go on with it on another machine. */
export async function before(folder: string, setting: Setting): Promise<Kept | undefined> {
  const kept = (await keptIn(folder)).findLast(({ commit }) => commit === setting.commit);
  if (!kept) return undefined;
  const ratio = setting.calibration / kept.calibration;
  const same = setting.machine.cpu === kept.machine.cpu && setting.machine.cores === kept.machine.cores;
  if (same && Math.abs(ratio - 1) <= TOLERANCE) return kept;
  throw new Error(
    `${fileOf(kept)} was measured where one core is ${ratio.toFixed(2)} times this: wait until the machine is quiet, or remove it`,
  );
}

/** Writes the figures down, beside those that the same commit has already. Answers the file's name. */
export async function keep(folder: string, setting: Setting, outcomes: readonly Outcome[]): Promise<string> {
  const earlier = await before(folder, setting);
  const now = outcomes.map(({ key, value, unit, parts }) => {
    const more = Object.keys(parts).length > 0 ? { parts: rounded(parts) } : {};
    return [key, { value: short(value), unit, ...more }] as const;
  });
  const figures = { ...earlier?.figures, ...Object.fromEntries(now) };
  const whole: Kept = { ...(earlier ?? setting), figures };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, fileOf(whole)), `${JSON.stringify(whole, null, 2)}\n`);
  return fileOf(whole);
}

/** Four digits say more than a measurement knows. */
const short = (value: number) => Number(value.toPrecision(4));
const rounded = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([words, value]) => [words, short(value)]));
