import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { dialectOf } from "../../packages/core/import/dialect.ts";
import { propose, targetOf } from "../../packages/core/import/headers.ts";
import { headerOf } from "../../packages/core/import/reading.ts";
import { type Record, rows } from "../../packages/core/import/records.ts";

async function read(file: Buffer | string) {
  const bytes = Buffer.from(file);
  const dialect = dialectOf(bytes);
  const found: Record[] = [];
  for await (const row of rows(bytes, dialect)) found.push(row);
  return { ...dialect, names: (await headerOf(bytes, dialect)).cells, found };
}

const table = "Vorname;Nachname;E-Mail\nJürgen;Groß;jg@x.example\nKäthe;Müller;km@x.example\n";
const people = [
  { row: 2, cells: ["Jürgen", "Groß", "jg@x.example"] },
  { row: 3, cells: ["Käthe", "Müller", "km@x.example"] },
];

test.each([
  ["UTF-8", Buffer.from(table), "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${table}`), "utf-8"],
  ["UTF-16 as Excel writes it", iconv.encode(table, "utf-16le", { addBOM: true }), "utf-16le"],
  ["UTF-16 without its mark", iconv.encode(table, "utf-16be"), "utf-16be"],
  ["Windows-1252", iconv.encode(table, "windows-1252"), "windows-1252"],
])("%s is read", async (_, bytes, encoding) => {
  expect(await read(bytes)).toMatchObject({ encoding, delimiter: ";", header: 0, found: people });
});

test("what Windows-1252 has and Latin-1 has not is read", async () => {
  const signs = "€ ‚ƒ „…†‡ ˆ‰Š‹ŒŽ ‘’“” •–—˜™ š›œžŸ";
  const { encoding, found } = await read(
    iconv.encode(`Name;E-Mail\nJürgen ${signs};a@x.example\n`, "windows-1252"),
  );
  expect({ encoding, found }).toMatchObject({
    encoding: "windows-1252",
    found: [{ cells: [`Jürgen ${signs}`, "a@x.example"] }],
  });
});

test("Greek is not taken for Western letters", async () => {
  const names = "Γιώργος Παπαδόπουλος, Ελένη Νικολάου, Κωνσταντίνος Δημητρίου, Αικατερίνη Γεωργίου".repeat(4);
  const { found } = await read(iconv.encode(`Name;E-Mail\n${names};a@x.example\n`, "iso-8859-7"));
  expect(found).toMatchObject([{ cells: [names, "a@x.example"] }]);
});

test.each([
  ["commas", table.replaceAll(";", ","), ","],
  ["tabs", table.replaceAll(";", "\t"), "\t"],
  ["bars", table.replaceAll(";", "|"), "|"],
  ["carriage returns alone", table.replaceAll("\n", "\r"), ";"],
  ["all kinds of line ends", table.replace("\n", "\r\n"), ";"],
  ["commas within the cells of a table with semicolons", table.replaceAll("Groß", "Groß"), ";"],
])("%s", async (_, text, delimiter) => {
  expect(await read(text)).toMatchObject({ delimiter, found: people });
});

test("the first line says what Excel should take", async () => {
  const { delimiter, names, found } = await read(`sep=|\nName|E-Mail\nAda, Countess; of L|a@x.example\n`);
  expect({ delimiter, names }).toEqual({ delimiter: "|", names: ["Name", "E-Mail"] });
  expect(found).toEqual([{ row: 3, cells: ["Ada, Countess; of L", "a@x.example"] }]);
});

test("what LinkedIn explains before the names of its columns is passed over", async () => {
  const file =
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing, and so on."\n\n' +
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
    "Ada,Lovelace,https://www.linkedin.com/in/ada,,Acme,Nurse,12 Mar 2024\n";
  const { names, found } = await read(file);
  expect(names).toHaveLength(7);
  expect(found).toMatchObject([
    {
      row: 5,
      cells: ["Ada", "Lovelace", "https://www.linkedin.com/in/ada", "", "Acme", "Nurse", "12 Mar 2024"],
    },
  ]);
  const [header] = [names.map((name) => targetOf(name))];
  expect(header).toEqual(["firstName", "lastName", "link", "email", "company", "title", undefined]);
});

test("a file without names of columns begins with a person", async () => {
  const { header, found } = await read("Ada,ada@x.example\nBo,bo@x.example\n");
  expect(header).toBe(-1);
  expect(found).toHaveLength(2);
  expect(propose(["", ""], [["Ada"], ["ada@x.example", "bo@x.example"]])).toEqual(["ignore", "email"]);
});

test("line breaks and quotation marks in cells, ragged and blank rows", async () => {
  const { found } = await read(
    'Name;Ort;E-Mail\n"Ada\n""L""";Rom\n;;\n\nBo;"Köln\r\nDeutz";bo@x.example;;\n',
  );
  expect(found).toEqual([
    { row: 2, cells: ['Ada\n"L"', "Rom"] },
    { row: 5, cells: ["Bo", "Köln\r\nDeutz", "bo@x.example", "", ""] },
  ]);
});

test("NUL characters and marks of ours against formulas are taken out", async () => {
  const { found } = await read("Name,Phone\nA\0da,'+49 1\nO'Neill,'s-Hertogenbosch\n");
  expect(found.map(({ cells }) => cells)).toEqual([
    ["Ada", "+49 1"],
    ["O'Neill", "'s-Hertogenbosch"],
  ]);
});

test.each([
  ["an Excel workbook", Buffer.from("504b030414000600", "hex"), /Excel workbook/],
  ["a compressed file", gzipSync("a".repeat(5_000_000)), /compressed/],
  ["a PDF", "%PDF-1.7 ...", /PDF/],
  ["nothing", " \n\n ", /empty/],
  [
    "a quotation mark that is never closed",
    `Name;E-Mail\n"Ada;a@x.example\n${"Bo;b@x.example\n".repeat(90_000)}`,
    /never closed/,
  ],
  [
    "a cell of ten megabytes",
    `Name;E-Mail\nAda;a@x.example\n"${"x".repeat(10_000_000)}";b@x.example\n`,
    /never closed/,
  ],
])("%s is refused in words that say what to do", async (_, file, message) => {
  await expect(read(file)).rejects.toMatchObject({
    code: "import.unreadable",
    message: expect.stringMatching(message),
  });
});

test("more rows than one import can take are refused before anything is decided", async () => {
  const file = `Name;E-Mail\n${"A;a@x.example\n".repeat(200_001)}`;
  await expect(read(file)).rejects.toMatchObject({ message: expect.stringMatching(/200,000 rows/) });
});

test("a second column of addresses is the second address; nothing but words stands twice", () => {
  const headers = ["Name", "E-Mail", "E-mail address", "E-Mail", "Tags", "Schlagworte", "Name"];
  expect(propose(headers, [])).toEqual(["name", "email", "secondEmail", "ignore", "tags", "tags", "ignore"]);
});
