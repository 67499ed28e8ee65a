import fc from "fast-check";
import { expect, test } from "vitest";
import { Gate } from "../../packages/core/gate/index.ts";
import { MessageClass } from "../../packages/core/suppression/classes.ts";
import { classes, gates, now, open, reasons } from "./support/gates.ts";

const may = (gate: Gate.Info, kind: MessageClass) => Gate.judge(gate, kind, now).ok;

/** What an otherwise open gate still lets through, by what stands against it. */
test.each([
  ["nothing", {}, ["confirmation", "privacy", "process", "personal", "alert", "nurture"]],
  [
    "an unsubscribe",
    { suppressed: "unsubscribe" },
    ["confirmation", "privacy", "process", "personal", "alert"],
  ],
  ["an erasure long ago", { suppressed: "erasure" }, ["confirmation", "privacy", "process", "alert"]],
  ["a complaint", { suppressed: "complaint" }, ["privacy", "alert"]],
  ["a mailbox that does not exist", { suppressed: "bounce" }, []],
  ["a do-not-contact flag", { doNotContact: true }, ["confirmation", "privacy", "process", "alert"]],
  ["an erasure", { erased: true }, []],
] as const)("after %s only these may go", (_, against, allowed) => {
  const passing = MessageClass.options.filter((kind) => may({ ...open, ...against }, kind));
  expect(passing).toEqual(allowed);
});

test("an unsubscribe never changes anything for a mail that is not nurture", () =>
  fc.assert(
    fc.property(gates, classes, ({ suppressed: _, ...gate }, kind) => {
      if (kind !== "nurture") expect(may({ ...gate, suppressed: "unsubscribe" }, kind)).toBe(may(gate, kind));
    }),
  ));

test("one more reason against a mail never lets it through", () =>
  fc.assert(
    fc.property(gates, classes, reasons, ({ suppressed: _, ...gate }, kind, suppressed) => {
      const worse = [
        { ...gate, suppressed },
        { ...gate, doNotContact: true },
        { ...gate, erased: true },
      ];
      if (!may(gate, kind)) expect(worse.some((one) => may(one, kind))).toBe(false);
    }),
  ));

test("nurture goes with a permission that is granted and lasts, and names that permission", () =>
  fc.assert(
    fc.property(gates, (gate) => {
      const verdict = Gate.judge(gate, "nurture", now);
      const { job_news } = gate.permissions;
      if (!verdict.ok) return;
      expect(verdict.consentId).toBe(job_news?.consentId);
      expect(job_news?.state).toBe("granted");
      expect((job_news?.until ?? "9") > now.toISOString()).toBe(true);
    }),
  ));

test("a permission ends in the instant it says", () => {
  const granted = { state: "granted" as const, consentId: open.candidateId, at: now.toISOString() };
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
  expect(Gate.held({ ...granted, until: after(1) }, now)).toBe(true);
  expect(Gate.held({ ...granted, until: after(0) }, now)).toBe(false);
  expect(Gate.held({ ...granted, until: after(-1) }, now)).toBe(false);
  expect(Gate.held(undefined, now)).toBe(false);
});

test("every refusal says why", () =>
  fc.assert(
    fc.property(gates, classes, (gate, kind) => {
      const verdict = Gate.judge(gate, kind, now);
      if (!verdict.ok)
        expect(["erased", "suppressed", "do_not_contact", "no_consent"]).toContain(verdict.code);
    }),
  ));

const days = fc
  .integer({ min: 0, max: 2000 })
  .map((day) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000));

test("a kind of mark stands once a day, and only the newest forty are kept", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("s", "j", "c", "r"), days), { maxLength: 90 }),
      (moments) => {
        const marks = moments.reduce<Gate.Mark[]>((kept, [kind, at]) => Gate.withMark(kept, kind, at), []);
        const names = marks.map(({ kind, day }) => `${kind} ${day}`);
        expect(new Set(names).size).toBe(names.length);
        expect(marks.length).toBeLessThanOrEqual(40);
        const last = moments.at(-1);
        if (last) expect(names).toContain(`${last[0]} ${last[1].toISOString().slice(0, 10)}`);
      },
    ),
  ));

test("the gate remembers the nurture mails of thirty days, each once", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 9 }), days), { minLength: 1, maxLength: 40 }), (sent) => {
      const sorted = sent.sort(([, a], [, b]) => a.getTime() - b.getTime());
      let gate = open;
      for (const [mail, at] of sorted) gate = { ...gate, ...Gate.withClaim(gate, `msg_${mail}`, at) };
      const [, latest] = sorted.at(-1) ?? [0, now];
      const ids = gate.claims.map(({ messageId }) => messageId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { at } of gate.claims)
        expect(latest.getTime() - Date.parse(at)).toBeLessThanOrEqual(30 * 86_400_000);
      expect(gate.revision).toBe(open.revision + sent.length);
    }),
  ));
