import { expect, test } from "vitest";
import { zero } from "../../packages/core/metric/counters.ts";
import { health } from "../../packages/web/src/campaign/running/health.ts";

const nobody = {
  inside: 0,
  finished: 0,
  stopped: {},
  leftOut: 0,
  entered: 0,
  leftOutBy: {},
  insideBy: {},
};
const verdict = { code: "healthy", held: 0 };

test("a campaign in which nothing went wrong is healthy, whoever was skipped or comes back later", () => {
  const people = { ...nobody, insideBy: { sent: 3, "skipped.no_consent": 2, "waiting.ses": 1 } };
  expect(health({ figures: { ...zero(), bouncedSoft: 3 }, people, verdict })).toBe("Healthy");
});

test("people who are held back come first", () => {
  const people = { ...nobody, insideBy: { "failed.rejected": 1, "held.error": 1, unknown: 1 } };
  expect(health({ figures: zero(), people, verdict: { ...verdict, held: 2 } })).toBe(
    "2 people are held back, 1 mail was refused, 1 mail may or may not have left",
  );
});

test("mails that came back or were called spam are said by number", () => {
  const one = { ...zero(), bouncedHard: 1, complained: 1 };
  expect(health({ figures: one, people: nobody, verdict })).toBe(
    "1 mail came back, 1 mail was marked as spam",
  );
  const more = { ...zero(), bouncedHard: 2, complained: 3 };
  expect(health({ figures: more, people: nobody, verdict })).toBe(
    "2 mails came back, 3 mails were marked as spam",
  );
});
