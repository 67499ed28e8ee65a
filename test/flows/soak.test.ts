import { expect } from "vitest";
import { figures } from "../soak/report.ts";
import { run } from "../soak/run.ts";
import { fully } from "./support/scale.ts";

const DAYS = 2;
const PEOPLE = 4;

fully(
  "days pass in which people come, are written to, answer and go, and everything holds that must",
  async () => {
    const size = { people: PEOPLE, campaigns: 1, days: DAYS, seed: 1 };
    const lived = await run(size, () => undefined);
    const { problems, mails, data, marks, replayed, selfChecked } = figures(lived);
    expect(problems).toEqual([]);
    expect(marks.at(-1)).toMatchObject({ day: DAYS, people: PEOPLE });
    expect(mails).toBeGreaterThan(PEOPLE);
    expect(data.kbPerPerson).toBeGreaterThan(0);
    expect(replayed).toBeGreaterThan(0);
    expect(selfChecked).toBeGreaterThan(0);
  },
  120_000,
);
