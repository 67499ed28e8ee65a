import { expect } from "vitest";
import { run } from "../load/run.ts";
import { fully } from "./support/scale.ts";

const SECONDS = 2;
const RATE = 20;

fully(
  "people sign up while a campaign runs, and everybody who was told that it worked is there",
  async () => {
    const size = { rate: RATE, minutes: SECONDS / 60, people: 20, seed: 1 };
    const { problems, offered, stored, refused, mails, latency } = await run(size, () => undefined);
    expect(problems).toEqual([]);
    expect(offered).toBe(SECONDS * RATE);
    expect(stored + refused).toBe(offered);
    expect(stored).toBeGreaterThan(0);
    expect(mails.campaign + mails.confirmations).toBeGreaterThan(0);
    expect(latency.stored.p50).toBeGreaterThan(0);
  },
  120_000,
);
