/** One thing that is wrong with what somebody sends: fields replaced in an honest sign-up, `undefined` for left out. */
export interface Attack {
  readonly what: string;
  readonly sent: Readonly<Record<string, unknown>>;
  /** The field that the answer must name. */
  readonly field: string;
}

const attack = (field: string, what: string, value: unknown): Attack => ({
  what: `${field}: ${what}`,
  sent: { [field]: value },
  field,
});

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], "deep");

/** What no field of the form takes. */
const NO_TEXT: readonly (readonly [string, unknown])[] = [
  ["a list", ["Ada", "Bea"]],
  ["an object", { $ne: "" }],
  ["a number", 7],
  ["nothing", null],
  ["400 levels of lists", deep(400)],
];

/** What no single line is. */
const NO_LINE: readonly (readonly [string, string])[] = [
  ["a mail header in a second line", "Ada\r\nBcc: everybody@example.org"],
  ["a second line", "Ada\nLovelace"],
  ["NUL", "Ada\u0000"],
  ["a line separator", "Ada\u2028Lovelace"],
  ["what turns the writing direction", "Ada \u202eecalevoL"],
  ["201 letters", "x".repeat(201)],
  ["201 emoji", "\u{1f600}".repeat(201)],
];

const NO_ADDRESS: readonly (readonly [string, string])[] = [
  ["a mail header in a second line", "ada@example.org\r\nBcc: everybody@example.org"],
  ["two addresses", "ada@example.org, bea@example.org"],
  ["markup", '"><script>alert(1)</script>@example.org'],
  ["a name beside it", "Ada <ada@example.org>"],
  ["NUL", "ada\u0000@example.org"],
  ["no domain", "ada@"],
  ["300 letters", `${"x".repeat(300)}@example.org`],
];

/** Sign-ups that must be refused, each with the field to name. */
export const ATTACKS: readonly Attack[] = [
  ...NO_TEXT.flatMap(([what, value]) =>
    ["name", "email", "interest"].map((field) => attack(field, what, value)),
  ),
  ...NO_LINE.flatMap(([what, value]) => ["name", "interest"].map((field) => attack(field, what, value))),
  ...NO_ADDRESS.map(([what, value]) => attack("email", what, value)),
  ...["name", "email", "stamp"].flatMap((field) => [
    attack(field, "left out", undefined),
    attack(field, "empty", ""),
  ]),
  attack("name", "blanks", "   "),
  attack("jobNews", "not ticked", undefined),
  attack("jobNews", "another word", "on"),
  attack("tracking", "another word", "perhaps"),
  attack("tracking", "a list", ["yes", "yes"]),
  attack("stamp", "made up", "eyJhbGciOiJub25lIn0.e30."),
  attack("stamp", "3000 letters", "x".repeat(3000)),
  attack("locale", "none of ours", "xx"),
  attack("admin", "not a field", "yes"),
  attack("constructor", "not a field", "x"),
  attack("toString", "not a field", "x"),
];

/** Names that are strange and somebody's own: they arrive as they are, and do nothing. */
export const STRANGE_NAMES = [
  "{{7*7}} {{constructor}}",
  "{%include'x'%} {% raw %}",
  "<b>Ada</b> <img src=x onerror=alert(1)>",
  '"><script>alert(1)</script> X',
  "#{7*7} `id` $(id) %0d%0aBcc:x",
  "=cmd|'/c'!A1 'OR'1'='1",
  "[Ada](https://evil.example/) **x** _y_",
  "https://evil.example/ X",
  "__proto__ X",
  "\u{1f600}\u{1f469}\u200d\u{1f4bb} \u05d0\u05d3\u05d4\u200f \u0639",
  "\u{1f600}".repeat(200),
] as const;
