import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOM, csvLine, plainCell } from "../../packages/core/csv.ts";
import { countryOf } from "../../packages/core/import/countries.ts";
import { dateOf, orderOf } from "../../packages/core/import/dates.ts";
import { type Drafted, drafted } from "../../packages/core/import/draft.ts";
import { type Mapping, Target } from "../../packages/core/import/import.schema.ts";
import { records } from "../../packages/core/import/records.ts";
import { crowd } from "../../packages/core/import/same.ts";
import { groundOf, isDamaged, listOf, localeOf, yearsOf } from "../../packages/core/import/values.ts";

const read = (columns: Target[], row: string[], ground: Mapping["ground"] = { by: "none" }): Drafted =>
  drafted(row, { mapping: { columns, ground, tags: [] }, order: "day_first", today: "2026-03-02" });
const person = (columns: Target[], row: string[], ground?: Mapping["ground"]) => {
  const result = read(["name", ...columns], ["Ada", ...row], ground);
  if (!("draft" in result)) throw new Error(result.rejected);
  return result.draft;
};

describe("words of cells", () => {
  test.each([
    ["DE", "DE"],
    ["deu", "DE"],
    ["Deutschland", "DE"],
    ["germany", "DE"],
    ["Österreich", "AT"],
    ["oesterreich", "AT"],
    ["UK", "GB"],
    ["England", "GB"],
    ["Schweiz", "CH"],
    ["USA", "US"],
    ["Bayern", undefined],
    ["XX", undefined],
  ])("%s is the country %s", (typed, code) => expect(countryOf(typed)).toBe(code));

  test.each([
    ["2026-03-14", "2026-03-14"],
    ["2026-03-14T10:00:00Z", "2026-03-14"],
    ["14.03.2026", "2026-03-14"],
    ["4.3.26", "2026-03-04"],
    ["14/03/2026", "2026-03-14"],
    ["12 Mar 2024", "2024-03-12"],
    ["3. Mai 2025", "2025-05-03"],
    ["12. März 2025", "2025-03-12"],
    ["31.02.2026", undefined],
    ["soon", undefined],
  ])("%s is the day %s", (typed, day) => expect(dateOf(typed)).toBe(day));
});

describe("words that have to be weighed", () => {
  test("one date of a file shows how all its slashes are meant", () => {
    expect(orderOf(["03/04/2026", "12/31/2025"])).toBe("month_first");
    expect(orderOf(["03/04/2026", "31/12/2025"])).toBe("day_first");
    expect(dateOf("03/04/2026", "month_first")).toBe("2026-03-04");
  });

  test.each([
    ["Einwilligung", "consent"],
    ["Opt-In", "consent"],
    ["berechtigtes Interesse", "legitimate_interest"],
    ["Legitimate interest", "legitimate_interest"],
    ["Art. 6 Abs. 1 lit. f", "legitimate_interest"],
    ["", "none"],
    ["–", "none"],
    ["keine", "none"],
    ["???", undefined],
    ["mündlich", undefined],
  ])("%s is the ground %s", (typed, ground) => expect(groundOf(typed)).toBe(ground));

  test("languages, years, lists, and phones that a spreadsheet has ruined", () => {
    expect(["Deutsch", "de-AT", "EN", "Suomi"].map(localeOf)).toEqual(["de", "de", "en", undefined]);
    expect(["9", "9,5", "12 Jahre", "7+", "long", "99"].map(yearsOf)).toEqual([
      9,
      9.5,
      12,
      7,
      undefined,
      undefined,
    ]);
    expect(listOf("ICU; night , icu|Ward\nNight")).toEqual(["ICU", "night", "Ward"]);
    expect(["4.91512E+11", "4,9E+10", "+49 1512"].map(isDamaged)).toEqual([true, true, false]);
  });
});

describe("addresses", () => {
  test("several in a cell, with names and marks around them", () => {
    const { addresses } = person(
      ["email", "secondEmail"],
      ["Ada <ada@x.example>; mailto:a2@x.example", "ADA@x.example, a3@x.example"],
    );
    expect(addresses).toEqual(["ada@x.example", "a2@x.example", "a3@x.example"]);
  });

  test("the second one stands in where the first cell is empty", () => {
    expect(person(["email", "secondEmail"], ["", "b@x.example"]).addresses).toEqual(["b@x.example"]);
  });

  test("a bad first one rejects the row, a bad second one is left out", () => {
    expect(read(["name", "email"], ["Ada", "ada@"])).toEqual({ rejected: "address_invalid" });
    expect(read(["name", "email"], ["Ada", "käthe@x.example"])).toEqual({ rejected: "address_letters" });
    const { addresses, notes } = person(["email", "secondEmail"], ["a@x.example", "b@"]);
    expect([addresses, notes]).toEqual([["a@x.example"], ["second_invalid"]]);
  });
});

describe("rows", () => {
  test("first and last name are a name; none is none", () => {
    expect(read(["firstName", "lastName"], [" Ada\n", "King  Lovelace"])).toMatchObject({
      draft: { name: "Ada King Lovelace" },
    });
    expect(read(["firstName", "lastName"], ["", ""])).toEqual({ rejected: "name_missing" });
    expect(read(["name"], ["x".repeat(201)])).toEqual({ rejected: "name_too_long" });
  });

  test("a cell too many shifts all others", () => {
    expect(read(["name"], ["Ada", "", "x"])).toEqual({ rejected: "cells" });
    expect(read(["name", "title"], ["Ada"])).toMatchObject({ draft: { name: "Ada" } });
  });

  test("consent needs a date that has come and a place; a row's own goes first", () => {
    const consent = { by: "consent" as const, consentOn: "2026-01-01", consentPlace: "Fair" };
    const columns: Target[] = ["consentOn", "consentPlace"];
    expect(person(columns, ["1.2.2026", ""], consent).consent).toEqual({ on: "2026-02-01", place: "Fair" });
    expect(read(["name", ...columns], ["Ada", "3.3.2026", ""], consent)).toEqual({
      rejected: "consent_date",
    });
    expect(read(["name", ...columns], ["Ada", "1.2.2026", ""], { by: "consent" })).toEqual({
      rejected: "consent_incomplete",
    });
  });

  test("what is too long is cut, what is no value is left out, and both are said", () => {
    const { details, notes } = person(
      ["title", "link", "country", "openFrom"],
      ["x".repeat(10_000), "not a link", "Bayern", "soon"],
    );
    expect(details).toEqual({ title: "x".repeat(120) });
    expect(new Set(notes)).toEqual(
      new Set(["shortened", "link_invalid", "country_unknown", "value_unread", "unrecognisable"]),
    );
  });
});

test("no row, whatever is in it, breaks the reading", () => {
  const rows = fc.array(
    fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.emailAddress(), fc.webUrl()),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(rows, (row) => {
      const result = read([...Target.options], row, { by: "column" });
      if ("draft" in result) expect(result.draft.name).not.toMatch(/[\p{Cc}]/u);
      else expect(result.rejected).toBeTypeOf("string");
    }),
    { numRuns: 300 },
  );
});

test("rows are one person by any key they share, whichever comes first, and keep their order", () => {
  const draft = (row: [name: string, email: string, second: string, link: string]) => {
    const result = read(["name", "email", "secondEmail", "link"], row);
    if (!("draft" in result)) throw new Error(result.rejected);
    return result.draft;
  };
  const people = crowd();
  people.add(2, draft(["A", "a@x.example", "b@x.example", ""]));
  people.add(3, draft(["B", "b@x.example", "", "linkedin.com/in/b"]));
  people.add(4, draft(["C", "c@x.example", "d@x.example", ""]));
  people.add(5, draft(["B", "", "", "https://www.linkedin.com/in/B/"]));
  people.add(6, draft(["D", "e@x.example", "d@x.example", ""]));
  people.add(7, draft(["B", "C@x.example", "", "linkedin.com/in/b"]));
  expect(people.groups()).toEqual([[2], [3, 4, 5, 7], [6]]);
  expect(people.taken()).toEqual(
    new Map([
      [2, new Set(["b@x.example"])],
      [6, new Set(["d@x.example"])],
    ]),
  );
});

test("a person who stands in a file more than fifty times is a mistake of the file", () => {
  const people = crowd();
  const times = Array.from({ length: 52 }, (_, row) => people.add(row, person(["email"], ["a@x.example"])));
  expect(times.slice(0, 2)).toEqual([1, 2]);
  expect(times.slice(-2)).toEqual([undefined, undefined]);
});

test("what we write as CSV is read back as it was, and no cell runs as a formula", async () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replaceAll("\0", "").trim());
  const row = fc.tuple(fc.constant("x"), cell, cell);
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...([",", ";", "\t", "|"] as const)),
      async (table, delimiter) => {
        const text = BOM + table.map((cells) => csvLine(cells, delimiter)).join("");
        const back: (readonly string[])[] = [];
        for await (const { cells } of records(Buffer.from(text), { encoding: "utf-8", delimiter }))
          back.push(cells);
        expect(back).toEqual(table.map((cells) => cells.map(plainCell)));
        expect(text).not.toMatch(/(?:^|[\n,;\t|])"[=+\-@]/);
      },
    ),
    { numRuns: 200 },
  );
});
