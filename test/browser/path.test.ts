import { afterAll, beforeAll, expect, test } from "vitest";
import { expectFiguresEqualLog } from "../flows/support/log.ts";
import { type World, world } from "../flows/support/world.ts";
import { clicks, confirms, erases, joins, leaves } from "./support/candidate.ts";
import { looks } from "./support/looks.ts";
import { edits, launches, pausesAndResumes, setsUp, signsIn } from "./support/recruiter.ts";
import { visit } from "./support/visit.ts";

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.end());

const desk = { who: "recruiter", device: "desktop", locale: "en-US" } as const;

test("a recruiter sets up, writes the mail, launches, pauses and resumes", () =>
  visit(desk, async (seat) => {
    await signsIn(seat, here, "/settings");
    await setsUp(seat);
    await edits(seat, here);
    await launches(seat);
    await pausesAndResumes(seat);
  }));

const both = [true, false];
const candidates = (["desktop", "phone"] as const).flatMap((device) =>
  (["en", "de"] as const).flatMap((language) => both.map((script) => ({ device, language, script }))),
);

test.each(candidates)(
  "a candidate walks the whole path: $device, $language, scripts $script",
  ({ device, language, script }) =>
    visit(
      { who: "candidate", device, locale: language === "de" ? "de-DE" : "en-US", script },
      async (seat) => {
        const name = `Ada ${device} ${language} ${script ? "Script" : "Plain"}`;
        const ada = { name, email: `${name.replaceAll(" ", ".").toLowerCase()}@example.org`, language };
        await joins(seat, here, ada);
        await confirms(seat, here, ada);
        const welcome = await clicks(seat, here, ada);
        if (script) await leaves(seat, welcome, ada);
        else if (device === "desktop") await erases(seat, welcome, ada);
      },
    ),
);

test.each(["desktop", "phone"] as const)("the recruiter sees true figures on a %s", async (device) => {
  await here.clock.settled();
  const counted = await expectFiguresEqualLog(here);
  expect(counted["organisation all"]).toMatchObject({ joined: 8, left: 6 });
  await visit({ ...desk, device }, async (seat) => {
    await signsIn(seat, here);
    await looks(seat, counted);
  });
});
