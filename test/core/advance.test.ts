import fc from "fast-check";
import { expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { isOpen } from "../../packages/core/campaign/window.ts";
import { now } from "./support/gates.ts";
import { inside, mailing, often, situations } from "./support/situations.ts";

/** Moments of some weeks, a change of the clocks among them. */
const hours = fc.nat({ max: 24 * 60 }).map((hour) => new Date(now.getTime() + hour * 3_600_000));

const decide = (situation: Campaign.Situation) => Campaign.advance(situation, now);
const reasonOf = (decision: Campaign.Decision) =>
  "move" in decision ? decision.move.reason : decision.reason;

test("every situation gets a decision, with a reason code and what it was decided on", () =>
  fc.assert(
    fc.property(situations, (situation) => {
      const { code, inputs, at } = reasonOf(decide(situation));
      expect(code).toMatch(/^[a-z]+(\.[a-z_]+)?$/);
      expect(inputs).toBeTypeOf("object");
      expect(at).toBe(now.toISOString());
    }),
    often,
  ));

test("the same situation always gives the same decision, and is left as it was", () =>
  fc.assert(
    fc.property(situations, (situation) => {
      const before = structuredClone(situation);
      expect(decide(situation)).toEqual(decide(situation));
      expect(situation).toEqual(before);
    }),
    often,
  ));

test("a mail leaves only with a permission that is granted and has not run out", () =>
  fc.assert(
    fc.property(inside, (situation) => {
      if (decide(situation).act !== "send") return;
      const permission = situation.gate?.permissions.job_news;
      expect(permission?.state).toBe("granted");
      expect((permission?.until ?? "9") > now.toISOString()).toBe(true);
    }),
    often,
  ));

test("nothing leaves to who is erased, suppressed, not to be contacted, or has no address", () =>
  fc.assert(
    fc.property(inside, (situation) => {
      if (decide(situation).act !== "send") return;
      const { gate, hasAddress } = situation;
      expect(gate).toMatchObject({ erased: false, doNotContact: false });
      expect(gate?.suppressed).toBeUndefined();
      expect(hasAddress).toBe(true);
    }),
    often,
  ));

test("a mail that SES took, refused or has not answered for is never sent again", () =>
  fc.assert(
    fc.property(situations, (situation) => {
      if (decide(situation).act === "send")
        expect([undefined, "claimed", "dropped"]).toContain(situation.sent?.state);
    }),
    often,
  ));

test("mail leaves in the sending hours only, unless the step says any hour", () =>
  fc.assert(
    fc.property(mailing, hours, (situation, at) => {
      if (Campaign.advance(situation, at).act === "send") expect(isOpen(situation.policy, at)).toBe(true);
    }),
    often,
  ));

test("nothing leaves while the campaign does not run, and nothing without template and merge fields", () =>
  fc.assert(
    fc.property(situations, (situation) => {
      if (decide(situation).act !== "send") return;
      expect(situation.campaign.state).toBe("running");
      expect(situation.missing).toEqual([]);
      expect(situation.hasTemplate).toBe(true);
    }),
    often,
  ));

test("whoever may be written to is written to within the hours", () =>
  fc.assert(
    fc.property(mailing, (situation) => {
      const { gate, sent, missing, hasAddress, hasTemplate } = situation;
      const may =
        gate?.permissions.job_news?.state === "granted" &&
        (gate.permissions.job_news.until ?? "9") > now.toISOString() &&
        !gate.erased &&
        !gate.doNotContact &&
        gate.suppressed === undefined &&
        gate.claims.length === 0;
      if (may && hasAddress && hasTemplate && missing.length === 0 && sent === undefined)
        expect(decide(situation).act).toBe("send");
    }),
    often,
  ));

test("whoever has ended rests for ever", () =>
  fc.assert(
    fc.property(situations, (situation) => {
      const ended = { ...situation, enrolment: { ...situation.enrolment, endedAt: now.toISOString() } };
      expect(decide(ended).act).toBe("rest");
    }),
    often,
  ));

test("a stopped campaign takes everybody out", () =>
  fc.assert(
    fc.property(inside, (situation) => {
      const stopped = decide({ ...situation, campaign: { ...situation.campaign, state: "stopped" } });
      expect(stopped).toMatchObject({ act: "move", move: { kind: "end", end: "stopped.campaign" } });
    }),
    often,
  ));

test("a withdrawal ends it, whatever else is so", () =>
  fc.assert(
    fc.property(inside, ({ sent: _, gate, ...situation }) => {
      if (!gate?.permissions.job_news || gate.erased) return;
      const job_news = { ...gate.permissions.job_news, state: "withdrawn" as const };
      const withdrawn = { ...gate, permissions: { ...gate.permissions, job_news } };
      const decision = decide({ ...situation, gate: withdrawn });
      expect(decision).toMatchObject({ act: "move", move: { end: "stopped.unsubscribed" } });
    }),
    often,
  ));
