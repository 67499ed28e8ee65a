import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, mailOf, nurture, rendered } from "./render-sample.ts";

const names = [
  "[x](javascript:alert(1))",
  "<img src=x onerror=alert(1)>",
  "*x* _y_ `z` **b**",
  "# Heading",
  "1. one",
  "<https://evil.example>",
  "![x](https://evil.example/x.png)",
  "{{ first_name }} {% include 'x' %}",
  "&lt;script&gt; &amp; &#x61;",
  "a | b --- ===",
  "$& $1 %%content%%",
];

const literally = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

test.each(names)("the name %s comes out as it is, in both parts and in the subject", (name) => {
  const { subject, html, text } = mailOf(
    rendered("{{ name }}\n\nHello {{ name }}", { name }, nurture, "To {{ name }}"),
  );
  expect(subject).toBe(`To ${name}`);
  expect(text).toContain(`Hello ${name}\n`);
  expect(html.replaceAll("&quot;", '"')).toContain(`Hello ${literally(name)}</p>`);
});

test("no name brings markup of its own into a mail", () => {
  const tags = (html: string) => html.match(/<[a-z][^>]*>/gi);
  const plain = tags(contentOf(mailOf(rendered("Hello {{ name }}\n\n- {{ name }}", { name: "Ada" }))));
  const name = fc
    .string({ unit: fc.constantFrom(..."ab1 \n\t#*_`[]()<>!\"'&;:/\\-+=|{}%.~") })
    .filter((it) => it.trim() !== "");
  fc.assert(
    fc.property(name, (name) => {
      const mail = mailOf(rendered("Hello {{ name }}\n\n- {{ name }}", { name }));
      expect(tags(contentOf(mail))).toEqual(plain);
      expect(mail.text).toContain(`Hello ${name.replace(/\s+/g, " ").trim()}\n`);
    }),
  );
});

test("a line break in a value reaches no header", () => {
  const { subject } = mailOf(
    rendered("Hello", { name: "Ada\r\nBcc: eve@example.org\u2028x" }, nurture, "{{ name }}\t!"),
  );
  expect(subject).toBe("Ada Bcc: eve@example.org x !");
});

test.each([
  "constructor",
  "__proto__",
  "name.constructor",
  "toString",
  "name.__proto__.x",
  "values['constructor']",
])("{{ %s }} is a missing value, never code", (path) => {
  const outcome = rendered(`{{ ${path} }}`, {
    name: "Ada",
    values: { x: 1 },
    ...JSON.parse('{"__proto__":{"x":1}}'),
  });
  expect(outcome).toMatchObject({ ok: false, problems: [] });
});

test.each(["{% include 'a' %}", "{% render 'a' %}", "{% layout 'a' %}", "{% block a %}"])(
  "%s would read a file, so it is refused",
  (body) =>
    expect(rendered(body)).toMatchObject({ ok: false, problems: [expect.stringContaining("not found")] }),
);

test.each(["raw", "date: '%Y'", "sample"])("the filter %s is refused", (filter) =>
  expect(rendered(`{{ name | ${filter} }}`, { name: "Ada" })).toMatchObject({
    problems: [expect.stringContaining("undefined filter")],
  }),
);

test.each([
  "{% for i in (1..1000000000) %}x{% endfor %}",
  "{% for i in (1..900000) %}{% for j in (1..900000) %}{% endfor %}{% endfor %}",
  `${"{{ name }}".repeat(3000)}`,
])("a template that would take too much is stopped: %#", (body) =>
  expect(rendered(body, { name: "Ada" })).toMatchObject({
    problems: [expect.stringContaining("limit exceeded")],
  }),
);

test("only http, https and mailto lead out of a mail", () => {
  const body =
    "[a](javascript:alert(1)) [b](//evil.example) [c](ftp://x) [d](data:text/html,x) [e](MAILTO:a@b.c) [f](HTTPS://x.y) {{u}}";
  const html = contentOf(mailOf(rendered(`${body}\n\n[go]({{ u }})`, { u: "javascript:alert(1)" })));
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "MAILTO:a@b.c",
    "HTTPS://x.y",
  ]);
});

test("HTML and pictures in a wording are words", () => {
  const html = contentOf(
    mailOf(rendered('<b onclick="x">bold</b> <script>x</script> ![p](https://x.y/p.png)')),
  );
  expect(html).not.toMatch(/<(b|script|img)\b/);
});
