import type { Line } from "@perennial/core/season/index.ts";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { place } from "../../packages/web/src/season/geometry.ts";
import { SeasonLine } from "../../packages/web/src/season/season-line.tsx";
import { seasonSentence } from "../../packages/web/src/season/sentence.ts";

const year = { from: "2026-01-01", to: "2027-01-01", today: "2026-11-22" };
const line = (rest: Partial<Line>): Line => ({ ...year, marks: [], ...rest });

test("the first and the last day stand at the two ends, inside the inset", () => {
  const { marks } = place(
    line({
      marks: [
        { kind: "joined", day: "2026-01-01" },
        { kind: "sent", day: "2027-01-01" },
      ],
    }),
    96,
    3,
  );
  expect(marks.map(({ x }) => x)).toEqual([3, 93]);
});

test("whatever happened, nothing is drawn outside the strip", () => {
  const day = fc
    .date({ min: new Date("2025-06-01"), max: new Date("2027-06-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const kind = fc.constantFrom("joined" as const, "clicked" as const, "sent" as const, "machine" as const);
  fc.assert(
    fc.property(fc.array(fc.record({ kind, day })), fc.integer({ min: 20, max: 2000 }), (marks, width) => {
      for (const { x } of place(line({ marks }), width, 3).marks) {
        expect(x).toBeGreaterThanOrEqual(3);
        expect(x).toBeLessThanOrEqual(width - 3);
      }
    }),
  );
});

test("two things she did on one day do not hide each other", () => {
  const day = "2026-09-14";
  const { marks } = place(
    line({
      marks: [
        { kind: "clicked", day },
        { kind: "replied", day },
        { kind: "sent", day },
      ],
    }),
    640,
    8,
  );
  expect(marks.map(({ level }) => level)).toEqual([0, 1, 0]);
});

test("a permission that ends in the picture has a cap, one that goes on has none", () => {
  const band = (until?: string) =>
    place(line({ permission: { state: "granted", from: "2025-03-01", ...(until ? { until } : {}) } }), 106, 3)
      .band;
  expect(band("2026-07-02")).toMatchObject({ from: 3, capped: true });
  expect(band("2028-01-01")).toMatchObject({ from: 3, to: 103, capped: false });
  expect(band()).toMatchObject({ to: 103, capped: false });
  expect(band("2025-12-31")).toBeUndefined();
});

test("twelve months are named", () => {
  expect(place(line({}), 640, 8).months).toHaveLength(12);
});

test("the line says in a sentence what it shows", () => {
  const sentence = seasonSentence(
    line({
      marks: [
        { kind: "joined", day: "2026-03-03" },
        { kind: "sent", day: "2026-03-03" },
        { kind: "sent", day: "2026-06-10" },
      ],
      permission: { state: "granted", from: "2026-03-03", until: "2026-11-01" },
    }),
  );
  expect(sentence).toMatch(
    /^Joined on .*2026; mailed on 2 days, last on .*2026\. Permission to write ended on/,
  );
  expect(seasonSentence(line({}))).toBe("Nothing happened in these months. No permission to write.");
});

test("in a row it is a picture with that sentence as its name", () => {
  const html = renderToStaticMarkup(<SeasonLine line={line({})} />);
  expect(html).toContain('role="img" aria-label="Nothing happened in these months.');
  expect(html).toContain('width="96" height="20"');
});
