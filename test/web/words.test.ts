import { expect, test } from "vitest";
import { reasonWords } from "../../packages/web/src/because/reasons.ts";
import { question } from "../../packages/web/src/campaign/running/verdict.ts";
import { homeSentence, initials, warmWords } from "../../packages/web/src/home/words.ts";
import { steady } from "../../packages/web/src/list/steady.ts";
import { choiceWords } from "../../packages/web/src/organisation/choice-words.ts";
import { momentWords } from "../../packages/web/src/person/timeline/moments.ts";
import { returnTo } from "../../packages/web/src/session/signed-in.tsx";
import { mayWriteWords } from "../../packages/web/src/talent/may-write.ts";
import { ago } from "../../packages/web/src/words/ago.ts";

test("home begins with who stirred", () => {
  const said = (people: number, more = false) => homeSentence({ warmSinceYesterday: { people, more } });
  expect(said(6)).toBe("Six people joined, wrote or clicked since yesterday.");
  expect(said(1)).toBe("One person joined, wrote or clicked since yesterday.");
  expect(said(0)).toBe("Nobody joined, wrote or clicked since yesterday.");
  expect(said(100, true)).toBe("More than 100 people joined, wrote or clicked since yesterday.");
});

test("home says which mails leave next", () => {
  const said = (mails: number) =>
    homeSentence({
      warmSinceYesterday: { people: 0, more: false },
      next: { at: new Date(Date.now() + 1000).toISOString(), mails },
    });
  expect(said(214)).toMatch(/ 214 mails leave (today|tomorrow) /);
  expect(said(1)).toMatch(/ One mail leaves (today|tomorrow) /);
});

test("a warm row says what she did", () => {
  const link = "https://www.a.example/jobs/";
  expect(warmWords({ type: "engagement.clicked", link })).toBe("clicked a.example/jobs");
  expect(warmWords({ type: "engagement.clicked" })).toBe("clicked a link");
  expect(warmWords({ type: "engagement.replied" })).toBe("replied");
  expect(warmWords({ type: "candidate.joined" })).toBe("joined the talent community");
});

test("an owner is two letters, whatever alphabet they are of", () => {
  expect(["Ana Lopez", "Mei", "Jean-Luc van den Berg", "Ömer  Ünal", ""].map(initials)).toEqual([
    ...["AL", "M", "JB", "ÖÜ", ""],
  ]);
});

test("may we write is answered with the reason", () => {
  const no = { answer: "no", code: "unsubscribe", since: "2026-05-03T09:00:00Z", tracking: false } as const;
  expect(mayWriteWords(no).sentence).toMatch(/^No: unsubscribed on .*2026\.$/);
  expect(mayWriteWords({ answer: "no", code: "something_new", tracking: false }).sentence).toBe(
    "No: something new.",
  );
});

test("a reason or a moment nobody worded is shown, not hidden", () => {
  expect(reasonWords("skipped.no_consent", { state: "withdrawn" }).sentence).toBe(
    "Left out: the permission was withdrawn.",
  );
  expect(reasonWords("brand.new_code", {}).chip).toBe("brand new code");
  expect(momentWords({ type: "brand.new", who: "we", detail: {} }).sentence).toBe("Brand new");
});

test("a machine is called a machine", () => {
  const moment = momentWords({ type: "engagement.opened", who: "machine", detail: { verdict: "machine" } });
  expect(moment).toMatchObject({ glyph: "machine", sentence: "Opened a mail (a machine, not the person)" });
});

test("an act that others feel is asked by name and count", () => {
  expect(question("stop", "Welcome", 12)).toMatchObject({
    title: "Stop “Welcome” for good?",
    button: "Stop for 12 people",
  });
  expect(question("pause", "Welcome", 1).text).toContain("One person on the way keeps the place");
});

test("rows keep their order while they refresh", () => {
  const fresh = [{ id: "new" }, { id: "b" }, { id: "a" }];
  expect(steady(["a", "gone", "b"], fresh, ({ id }) => id)).toEqual([{ id: "a" }, { id: "b" }]);
});

test("signing in leads back only to a page of ours", () => {
  expect(returnTo({ returnTo: "/talent?x=1" })).toBe("/talent?x=1");
  for (const wanted of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/signed-in?code=1",
    undefined,
  ])
    expect(returnTo({ returnTo: wanted })).toBe("/");
});

test("how long ago, in the largest unit", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(ago("2026-11-22T11:59:40Z", now)).toBe("just now");
  expect(ago("2026-11-22T11:59:00Z", now)).toBe("1 minute ago");
  expect(ago("2026-11-19T12:00:00Z", now)).toBe("3 days ago");
});

test("where consent is needed first is said as one would", () => {
  expect(choiceWords({ countries: ["DE", "AT"], unknown: true })).toBe(
    "Germany, Austria and where the country is not known",
  );
  expect(choiceWords({ countries: ["FR"], unknown: false })).toBe("France");
  expect(choiceWords({ countries: [], unknown: false })).toBe("nowhere");
});
