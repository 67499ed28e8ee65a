import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { mail, openForm } from "./support/candidate.ts";
import { personNamed } from "./support/desk.ts";
import { type Answer, harmless, harmlessJson, problemOf } from "./support/harmless.ts";
import { ATTACKS, type Attack, STRANGE_NAMES } from "./support/hostile.ts";
import { headerOf, join } from "./support/joined.ts";
import { everything } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { signedAt } from "./support/token.ts";
import { type World, world } from "./support/world.ts";

const MB = 1024 * 1024;
const DAY = 86_400_000;
const honest = { name: "Ada Lovelace", email: "ada@example.org", jobNews: "yes" };

let here: World;
let ana: Recruiter;
let stamp: string;
let untouched: unknown;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await open(ana);
  stamp = await openForm(here);
  await here.clock.moveTo(here.clock.ms() + 5000);
  untouched = await everything(here);
});
afterAll(() => here.end());

const postJson = (body: string) => harmlessJson(here, "/join", body);
const postForm = (body: BodyInit) => harmless(here, "/join", { method: "POST", body });

const asJson = (sent: Attack["sent"]) =>
  JSON.stringify({ ...honest, jobNews: true, tracking: false, stamp, ...sent });

/** The same as a browser's form would send it; undefined for what a form can't say. */
function asForm(sent: Attack["sent"]): URLSearchParams | undefined {
  const form = new URLSearchParams();
  for (const [field, value] of Object.entries({ ...honest, stamp, ...sent })) {
    if (value === undefined) continue;
    const values = [value].flat();
    if (values.some((one) => typeof one !== "string")) return undefined;
    for (const one of values) form.append(field, String(one));
  }
  return form;
}

/** Whether the page says at the field itself, or by its name where the page shows no such field, what is wrong. */
function says({ text }: Answer, field: string): boolean {
  if (field === "stamp") return text.includes("The page was open very briefly or very long.");
  const input = new RegExp(`<input[^>]*\\bid="${field}"[^>]*aria-invalid="true"`);
  return input.test(text) || text.includes(`“${field}”`);
}

describe("a sign-up is refused, the field is named, nothing is written", () => {
  test.each(ATTACKS)("as JSON, $what", async ({ sent, field }) => {
    const answer = await postJson(asJson(sent));
    expect(answer).toMatchObject({ status: 400, type: "application/problem+json" });
    expect(problemOf(answer).fields).toContain(field);
  });

  test.each(ATTACKS.filter(({ sent }) => asForm(sent)))("as a form, $what", async ({ sent, field }) => {
    const answer = await postForm(asForm(sent) ?? "");
    expect(answer).toMatchObject({ status: 400, type: "text/html; charset=utf-8" });
    expect(says(answer, field), answer.text).toBe(true);
    expect(answer.text).not.toContain("<script");
  });

  test("with a field that means something to JavaScript", async () => {
    const [start] = asJson({}).split("}");
    for (const field of ["__proto__", "prototype"]) {
      const answer = await postJson(`${start},"${field}":{"admin":true}}`);
      expect(answer.status).toBe(400);
      expect(problemOf(answer).fields).toContain(field);
      const form = asForm({}) ?? new URLSearchParams();
      form.append(field, "x");
      const page = await postForm(form);
      expect({ status: page.status, says: says(page, field) }).toEqual({ status: 400, says: true });
    }
  });
});

describe("what cannot be read is refused, and nothing is written", () => {
  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  const bodies = { "a list": "[]", "a text": '"Ada"', "a number": "7", "no JSON": "{", "deep lists": deep };
  test.each(Object.entries(bodies))("%s", async (_, body) => {
    const answer = await postJson(body);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).fields).toEqual(["body"]);
  });

  test("bytes that are no text, a form of another kind, a file", async () => {
    const type = (name: string) => ({ "content-type": name });
    const latin = Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xe4]);
    const file = new FormData();
    file.set("name", new Blob(["x"]), "x.txt");
    const inits: RequestInit[] = [
      { headers: type("application/x-www-form-urlencoded"), body: latin },
      { headers: type("multipart/form-data; boundary=b"), body: "no parts" },
      { headers: type("text/plain"), body: "name=Ada" },
      { headers: type("application/xml"), body: "<name>Ada</name>" },
      { body: file },
    ];
    for (const init of inits)
      expect((await harmless(here, "/join", { method: "POST", ...init })).status).toBe(400);
  });

  test("too much", async () => {
    for (const [size, status] of [
      [70_000, 400],
      [5 * MB, 400],
      [6 * MB - 100, 413],
      [6 * MB, 413],
      [10 * MB + 1, 413],
    ] as const) {
      const frame = asJson({ name: "" }).length;
      expect((await postJson(asJson({ name: "x".repeat(size - frame) }))).status).toBe(status);
    }
    const quotes = asJson({ name: '"'.repeat(2 * MB) });
    expect((await postJson(quotes)).status).toBe(413);
    const form = asForm({ name: "x".repeat(5 * MB) });
    expect((await postForm(form ?? "")).status).toBe(413);
  });
});

describe("a stamp that is not of this form and moment", () => {
  const stamps: Record<string, () => Promise<string>> = {
    "as fast as a machine": () => signedAt(here.clock.ms(), "form", { subject: COMMUNITY }),
    "from tomorrow": () => signedAt(here.clock.ms() + DAY, "form", { subject: COMMUNITY }),
    "from two days ago": () => signedAt(here.clock.ms() - 2 * DAY, "form", { subject: COMMUNITY }),
    "of another form": () => signedAt(here.clock.ms() - 9000, "form", { subject: "frm_another" }),
    "for another purpose": () => signedAt(here.clock.ms() - 9000, "confirm", { subject: COMMUNITY }),
  };
  test.each(Object.entries(stamps))("%s", async (_, make) => {
    const sent = { stamp: await make() };
    const answer = await postJson(asJson(sent));
    expect({ ...problemOf(answer), status: answer.status }).toEqual({
      ...{ status: 400, code: "form.stamp", fields: ["stamp"] },
    });
    expect(says(await postForm(asForm(sent) ?? ""), "stamp")).toBe(true);
  });
});

test("a machine that fills in what nobody sees is thanked, and nothing happens", async () => {
  const answer = await postForm(asForm({ website: "https://spam.example" }) ?? "");
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("Please look in your inbox");
});

test("addresses with markup in the query are answered without it", async () => {
  const query = "?lang=%3Cscript%3E&step=%3Cscript%3E&__proto__=x";
  const answer = await harmless(here, `/join${query}`, { headers: { "accept-language": "<script>,*;q=x" } });
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain("<script");
});

test("after all that the table is as it was, and nobody got a mail", async () => {
  await here.clock.settled();
  expect(await everything(here)).toEqual(untouched);
  expect(await (await fetch(`${here.consoleUrl}/api/inbox`)).json()).toEqual([]);
});

describe("a strange name is hers: it arrives as she wrote it and does nothing", () => {
  const people = STRANGE_NAMES.map((name, n) => ({ name, email: `strange-${n}@example.org` }));
  beforeAll(() => join(here, ...people));

  test.each(people)("$name", async ({ name, email }) => {
    const { subject, html, text, headers } = await mail(here, email, /^Welcome/);
    const [first] = name.split(" ");
    expect(subject).toBe(`Welcome, ${first}`);
    expect(text).toContain(`Hello ${name},`);
    const shown = html.replace(/&(lt|gt|quot|amp|#39);/g, (_, code: string) => MARKS[code] ?? "");
    expect(shown).toContain(`Hello ${name},`);
    expect(html).not.toMatch(/<(script|img|b)\b|href="https:\/\/evil/);
    expect(headers.map((header) => header.name.toLowerCase())).not.toContain("bcc");
    expect(headerOf({ headers }, "To")).toBe(email);
    expect(headerOf({ headers }, "From")).toBe("Acme Careers <careers@acme.example>");
    expect((await personNamed(ana, name)).name).toBe(name);
    expect(await (await fetch(`${here.consoleUrl}/inbox`)).text()).not.toMatch(/<(script>|img|b>)/);
  });
});

const MARKS: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
