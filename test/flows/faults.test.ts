import { expect } from "vitest";
import { report } from "../faults/report.ts";
import { run } from "../faults/run.ts";
import { ROUGH } from "../faults/weather.ts";
import { seedOf } from "./support/dice.ts";
import { fully } from "./support/scale.ts";

/** By the clock of the machine it runs on, which in `npm test` is busy with other stories: then little happens in it. */
const SECONDS = 8;

fully(
  "while handlers die, the machine is killed and nothing comes in order, everything that must hold holds",
  async () => {
    const seed = seedOf();
    const outcome = await run({ ...ROUGH, seed, duration: SECONDS * 1000, lifetime: 4000 });
    const told = report(seed, outcome);
    process.stdout.write(`faults.test.ts: SEED=${seed}\n${told}\n`);
    expect(outcome.found.length, told).toBe(0);
    expect(outcome.evidence.mails.length).toBeGreaterThan(0);
    expect(outcome.evidence.faults.filter(({ kind }) => kind !== "killed").length).toBeGreaterThan(0);
  },
  180_000,
);
