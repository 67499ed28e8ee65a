import { afterAll, beforeAll, expect, test } from "vitest";
import { granted, pool, type Somebody } from "../core/support/pool.ts";
import { open } from "../flows/support/organisation.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { acts, finds, peeks, returns, tags } from "./support/talent.ts";
import { visit } from "./support/visit.ts";

let here: World;
beforeAll(async () => {
  here = await world();
  await open(await signIn(here, "ana"));
  await pool(Array.from({ length: 300 }, somebody));
});
afterAll(() => here.end());

const CITIES = ["Leipzig", "Dresden", "Wien"];

/** Every third is from Leipzig, every tenth a nurse in intensive care; all may be written to. */
function somebody(_: unknown, n: number): Somebody {
  const city = CITIES[n % CITIES.length] ?? "Leipzig";
  return {
    profile: { city, title: n % 10 === 0 ? "ICU nurse" : "Nurse" },
    gate: { permissions: granted() },
  };
}

test("a recruiter finds, peeks at, tags and opens people by keys, and comes back to where she was", () =>
  visit({ who: "recruiter", device: "desktop", locale: "en-US" }, async (seat) => {
    await signsIn(seat, here, "/talent");
    await finds(seat);
    await tags(seat);
    await peeks(seat);
    await returns(seat);
  }));

test.each(["desktop", "phone"] as const)("she writes about somebody and takes it back on a %s", (device) =>
  visit({ who: "recruiter", device, locale: "en-US" }, async (seat) => {
    await signsIn(seat, here, "/talent");
    await acts(seat, "Person 7");
    const { page } = seat;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  }),
);
