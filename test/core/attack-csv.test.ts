import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, plainCell } from "../../packages/core/csv.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const delimiter = fc.constantFrom(...DELIMITERS);
/** What somebody may type as her name, made of what tells cells and formulas apart. */
const typed = fc.string({ unit: fc.constantFrom(..."=+-@＝;,|\t\n\r\"' 1aA"), maxLength: 12 });

/** A file read as a spreadsheet does that splits at another sign than it was written with. */
const cellsOf = (file: string, splitAt: string) =>
  parse(file, {
    delimiter: splitAt,
    relax_quotes: true,
    relax_column_count: true,
    quote: null,
    record_delimiter: ["\r\n", "\n", "\r"],
  }).flat() as string[];

const isFormula = (cell: string) => /^["\s]*[=+\-@＝＋－＠]/.test(cell);

test("no cell is a formula, whichever sign the spreadsheet splits at", () =>
  fc.assert(
    fc.property(
      delimiter,
      delimiter,
      fc.array(typed, { minLength: 1, maxLength: 3 }),
      (ours, theirs, typed) => {
        fc.pre(ours !== theirs);
        const file = csvLine(["cnd_1", ...typed], ours);
        expect(cellsOf(file, theirs).filter(isFormula)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  ));

test("read as it was written, no cell is a formula", () =>
  fc.assert(
    fc.property(delimiter, fc.array(typed, { minLength: 1, maxLength: 3 }), (ours, typed) => {
      const [cells = []] = parse(csvLine(typed, ours), { delimiter: ours }) as string[][];
      expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
      expect(cells.map(plainCell)).toEqual(typed.map(plainCell));
    }),
    { numRuns: 300 },
  ));

test("a name that hides a formula behind another country's delimiter", () => {
  expect(csvLine(["x;=HYPERLINK(1);"])).toBe(`"x;'=HYPERLINK(1);"\r\n`);
  expect(csvLine(['x";"=1+1'])).toBe(`"x"";""'=1+1"\r\n`);
  expect(plainCell("x;'=HYPERLINK(1);")).toBe("x;=HYPERLINK(1);");
  expect(csvLine(["Nurse, -ICU", "1-2; 3"])).toBe('"Nurse, -ICU","1-2; 3"\r\n');
});
