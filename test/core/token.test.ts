import fc from "fast-check";
import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Clock } from "../../packages/core/clock.ts";
import { type Purpose, sign, verify } from "../../packages/core/token/index.ts";

process.env.PERENNIAL_SECRET = "a secret of a test, long enough to be one";
const PURPOSES: readonly Purpose[] = ["confirm", "unsubscribe", "preferences", "form"];
const DAY_MS = 86_400_000;
const ada = { subject: "cnd_ada", ref: "evt_1 job_news" };

let now = 0;
let put = () => {};
beforeEach(() => {
  now = Date.parse("2026-03-02T09:00:00Z");
  put = Clock.use(() => now);
});
afterEach(() => put());

test("a token says who and what, for its own purpose", async () => {
  for (const purpose of PURPOSES)
    expect(await verify(purpose, await sign(purpose, ada))).toEqual({
      ...ada,
      issuedAt: new Date(now),
      expired: false,
    });
});

test("a token for one thing is worth nothing for another", async () => {
  for (const purpose of PURPOSES)
    for (const other of PURPOSES.filter((one) => one !== purpose))
      await expect(verify(other, await sign(purpose, ada))).rejects.toMatchObject({
        kind: "invalid",
        code: "token.invalid",
      });
});

test("a token ends after its days", async () => {
  const token = await sign("confirm", ada);
  now += 7 * DAY_MS - 1000;
  await expect(verify("confirm", token)).resolves.toMatchObject(ada);
  now += 10_000;
  await expect(verify("confirm", token)).rejects.toMatchObject({ code: "token.expired" });
});

test("an unsubscribe is honoured years later; what is forged is not", async () => {
  const token = await sign("unsubscribe", ada);
  now += 20 * 365 * DAY_MS;
  await expect(verify("unsubscribe", token)).rejects.toMatchObject({ code: "token.expired" });
  await expect(verify("unsubscribe", token, { expiredIsFine: true })).resolves.toMatchObject({
    ...ada,
    expired: true,
  });
  const forged = `${token.slice(0, -4)}AAAA`;
  await expect(verify("unsubscribe", forged, { expiredIsFine: true })).rejects.toMatchObject({
    code: "token.invalid",
  });
});

test("a token whose letters were changed anywhere is refused", async () => {
  const token = await sign("preferences", ada);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: token.length - 1 }),
      fc.constantFrom("A", "z", "_", "."),
      async (at, letter) => {
        const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        if (sameBytes(changed, token)) return;
        await expect(verify("preferences", changed)).rejects.toMatchObject({ code: "token.invalid" });
      },
    ),
  );
});

test("any text is refused calmly", () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      await expect(verify("form", text)).rejects.toMatchObject({ code: "token.invalid" });
    }),
    { numRuns: 20 },
  ));

test("a token without signature, or signed with another key, is refused", async () => {
  const [, payload = ""] = (await sign("confirm", ada)).split(".");
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
  const foreign = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("cnd_ada")
    .setIssuedAt()
    .setExpirationTime("2y")
    .sign(new TextEncoder().encode("another secret, just as long as ours is"));
  for (const token of [none, foreign])
    await expect(verify("confirm", token)).rejects.toMatchObject({ code: "token.invalid" });
});

test("a link with it fits a List-Unsubscribe header", async () => {
  const token = await sign("unsubscribe", { subject: `cnd_${"0".repeat(26)}`, ref: `msg_${"0".repeat(32)}` });
  expect(token.length).toBeLessThan(600);
});

/** The last letter of base64 carries bits that count for nothing. */
const sameBytes = (a: string, b: string) =>
  JSON.stringify(a.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"))) ===
  JSON.stringify(b.split(".").map((part) => Buffer.from(part, "base64url").toString("hex")));
