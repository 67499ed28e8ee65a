import { expect, test } from "vitest";
import { zero } from "../../packages/core/metric/counters.ts";
import { health } from "../../packages/web/src/campaign/health.ts";

const member = (code: string, id: string) => ({
  candidateId: id,
  name: id,
  reason: { code, inputs: {}, at: "2026-11-22T09:00:00Z" },
});

test("a campaign in which nothing went wrong is healthy, whoever was skipped or comes back later", () => {
  const members = [member("sent", "a"), member("skipped.no_consent", "b"), member("waiting.ses", "c")];
  expect(health({ figures: { ...zero(), bouncedSoft: 3 }, members })).toBe("Healthy");
});

test("people who are held back come first", () => {
  const members = [
    member("failed.rejected", "a"),
    member("held.missing_field", "b"),
    member("held.error", "c"),
    member("unknown", "d"),
  ];
  expect(health({ figures: zero(), members })).toBe(
    "2 people are held back, 1 mail was refused, 1 mail may or may not have left",
  );
});

test("mails that came back or were called spam are said by number", () => {
  const one = { ...zero(), bouncedHard: 1, complained: 1 };
  expect(health({ figures: one, members: [] })).toBe("1 mail came back, 1 mail was marked as spam");
  const more = { ...zero(), bouncedHard: 2, complained: 3 };
  expect(health({ figures: more, members: [] })).toBe("2 mails came back, 3 mails were marked as spam");
});
