import fc from "fast-check";
import { expect, test } from "vitest";
import { Engagement } from "../../packages/core/engagement/index.ts";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
const GMAIL_VIEW =
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const GMAIL_PREFETCH =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";

const judge = (kind: "open" | "click", userAgent: string, after = 3600) =>
  Engagement.classify({ kind, userAgent, after });

test.each([
  ["a browser", "open", CHROME, "human", "ordinary"],
  ["a telephone", "click", IPHONE, "human", "ordinary"],
  ["Gmail's proxy, when she looks", "open", GMAIL_VIEW, "human", "proxy_on_view"],
  [
    "Yahoo's proxy, when she looks",
    "open",
    "YahooMailProxy; https://help.yahoo.com/",
    "human",
    "proxy_on_view",
  ],
  ["Gmail's prefetch on arrival", "open", GMAIL_PREFETCH, "machine", "gmail_prefetch"],
  ["Apple's privacy proxy", "open", "Mozilla/5.0", "machine", "apple_privacy"],
  ["nobody who says so", "click", "  ", "machine", "no_user_agent"],
  ["a script", "click", "python-requests/2.32.3", "machine", "scanner_user_agent"],
  ["a shell", "open", "curl/8.9.1", "machine", "scanner_user_agent"],
  ["a Go program", "click", "Go-http-client/2.0", "machine", "scanner_user_agent"],
  ["a headless browser", "click", `${CHROME} HeadlessChrome/142.0`, "machine", "scanner_user_agent"],
  ["Barracuda", "click", "BarracudaCentral/1.0", "machine", "scanner_user_agent"],
  [
    "a crawler with a name",
    "click",
    "Mozilla/5.0 (compatible; Googlebot/2.1)",
    "machine",
    "scanner_user_agent",
  ],
  ["a chat's link preview", "click", "Slackbot-LinkExpanding 1.0", "machine", "scanner_user_agent"],
  ["a telephone named Cubot", "click", "Mozilla/5.0 (Linux; Android 14; CUBOT X70)", "human", "ordinary"],
] as const)("%s is judged as such", (_, kind, userAgent, verdict, rule) => {
  expect(judge(kind, userAgent)).toEqual({ verdict, rule });
});

test("a click within three seconds comes from a scanner, at three it may be hers", () => {
  expect(judge("click", CHROME, 2.999)).toEqual({ verdict: "machine", rule: "too_soon" });
  expect(judge("click", CHROME, 3)).toEqual({ verdict: "human", rule: "ordinary" });
  expect(judge("open", CHROME, 0)).toEqual({ verdict: "human", rule: "ordinary" });
});

test("a click from before the mail was sent is no person's", () => {
  expect(judge("click", CHROME, -5).verdict).toBe("machine");
});

test("SES's own mark decides over everything else", () =>
  fc.assert(
    fc.property(signs, (sign) => {
      expect(Engagement.classify({ ...sign, automated: true })).toEqual({
        verdict: "machine",
        rule: "ses_marked",
      });
    }),
  ));

test("any sign gets one verdict with its rule, the same every time", () =>
  fc.assert(
    fc.property(signs, (sign) => {
      const judged = Engagement.classify(sign);
      expect(["human", "machine"]).toContain(judged.verdict);
      expect(judged.rule).toMatch(/^[a-z_]+$/);
      expect(Engagement.classify(sign)).toEqual(judged);
    }),
  ));

test("waiting longer never turns a person into a machine", () =>
  fc.assert(
    fc.property(signs, fc.nat(), (sign, longer) => {
      if (Engagement.classify(sign).verdict === "human")
        expect(Engagement.classify({ ...sign, after: sign.after + longer }).verdict).toBe("human");
    }),
  ));

const signs = fc.record({
  kind: fc.constantFrom("open" as const, "click" as const),
  userAgent: fc.oneof(
    fc.string(),
    fc.constantFrom(CHROME, IPHONE, GMAIL_VIEW, GMAIL_PREFETCH, "Mozilla/5.0"),
  ),
  after: fc.double({ min: -10, max: 1e7, noNaN: true }),
});
