import { beforeAll, expect, test } from "vitest";
import type { Facts } from "../../packages/core/facts/index.ts";
import type { Rule } from "../../packages/core/rule/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { crowd, type Someone } from "./support/crowd.ts";
import { now, open } from "./support/gates.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(here.clock.ms() - days * DAY_MS).toISOString();
const set = (fact: "interests" | "city" | "tags", ...values: string[]): Rule.Info => ({
  kind: "set",
  fact,
  op: "any_of",
  values,
});
const all = (...rules: Rule.Info[]): Rule.Info => ({ kind: "all", rules });
const many = (times: number, someone: Someone) => Array.from({ length: times }, () => someone);
const exact = (rule: Rule.Info, more = {}) => Segment.preview({ rule, exact: true, ...more });

const nursing = { interests: ["Nursing"] };
const { job_news: granted } = open.permissions;
const permission = (changes: object) =>
  ({ permissions: { job_news: { ...granted, ...changes } } }) as Someone["gate"];
const claim = (days: number) => ({ messageId: `msg_${"0".repeat(26)}`, at: ago(days) });
const campaignId = `cmp_${"0".repeat(26)}`;

let people: Facts.Info[] = [];
beforeAll(async () => {
  await furnish();
  people = await crowd([
    ...many(5, { profile: { ...nursing, city: "Leipzig" } }),
    ...many(4, { profile: { ...nursing, city: "Berlin" } }),
    ...many(3, { profile: nursing }),
    ...many(7, { profile: { interests: ["Care"], city: "Leipzig" } }),
    ...many(2, { profile: { tags: ["rungs"] }, hasAddress: false }),
    ...many(3, { profile: { tags: ["rungs"] }, gate: { doNotContact: true } }),
    ...many(4, { profile: { tags: ["rungs"] }, gate: permission({ state: "withdrawn" }) }),
    ...many(1, { profile: { tags: ["rungs"] }, gate: permission({ until: ago(1) }) }),
    ...many(2, {
      profile: { tags: ["rungs"], country: "DE" },
      gate: permission({ ground: "legitimate_interest" }),
    }),
    ...many(6, { profile: { tags: ["rungs"] } }),
    ...many(5, { profile: { tags: ["rungs"] }, gate: { campaignId } }),
    ...many(2, { profile: { tags: ["rungs"] }, gate: { claims: [claim(1)] } }),
    ...many(3, { profile: { tags: ["rungs"] }, gate: { claims: [4, 3, 2, 1].map(claim) } }),
    ...many(8, { profile: { tags: ["talk"], city: "Porto" }, gate: { contactedAt: ago(3) } }),
    ...many(2, { profile: { tags: ["talk"], city: "Faro" }, gate: { contactedAt: ago(3) } }),
    ...many(9, { profile: { tags: ["talk"], city: "Porto" } }),
  ]);
});

test("who is not known to match does not, and is counted apart", () =>
  as("viewer", async () => {
    const found = await exact(all(set("interests", "nursing"), set("city", "Leipzig")));
    expect(found.match).toEqual({ count: 5, low: 5, high: 5, exact: true });
    expect(found).toMatchObject({ people: people.length, unknown: 31 });
    expect(found.words).toBe("People who are interested in nursing and who live in Leipzig.");
  }));

test("each line says how many it alone keeps out, or lets in", () =>
  as("recruiter", async () => {
    const both = [set("interests", "Nursing"), set("city", "Leipzig")];
    const counts = async (rule: Rule.Info) => (await exact(rule)).lines.map(({ count }) => count);
    expect(await counts(all(...both))).toEqual([7, 7]);
    expect(await counts({ kind: "any", rules: both })).toEqual([7, 7]);
    expect(await counts(both[0] ?? all())).toEqual([people.length - 12]);
  }));

test("the ladder leads from matching to being written to, and every gap has its reasons", () =>
  as("recruiter", async () => {
    const { ladder } = await exact(set("tags", "rungs"));
    expect(ladder.map(({ rung, people: { count } }) => [rung, count])).toEqual([
      ["match", 28],
      ["may_write", 16],
      ["would_get", 8],
    ]);
    const gaps = ladder.map(({ gaps }) => gaps.map(({ code, count }) => [code, count]));
    expect(gaps[0]).toEqual([]);
    expect(gaps[1]?.sort()).toEqual([
      ["skipped.do_not_contact", 3],
      ["skipped.needs_consent", 2],
      ["skipped.no_address", 2],
      ["skipped.no_consent", 1],
      ["skipped.no_consent", 4],
    ]);
    expect(gaps[2]).toEqual([
      ["skipped.other_campaign", 5],
      ["deferred.frequency_cap", 3],
    ]);
  }));

test("what happened lately is asked of the gates", () =>
  as("recruiter", async () => {
    const quiet: Rule.Info = { kind: "not", rule: { kind: "happened", what: "contacted", days: 3 } };
    const found = await exact(all(set("tags", "talk"), quiet, set("city", "Porto")));
    expect(found.match.count).toBe(9);
    expect(found.lines.map(({ count, exact }) => [count, exact])).toEqual([
      [0, true],
      [8, true],
      [0, true],
    ]);
    const answers: Facts.Info[] = [];
    for await (const some of Segment.match(all(set("tags", "talk"), quiet))) answers.push(...some);
    expect(answers).toHaveLength(9);
    here.clock.forward(1);
    expect((await exact(all(set("tags", "talk"), quiet, set("city", "Porto")))).match.count).toBe(17);
  }));

test("the sample is six people who match, the same each time and others on request", () =>
  as("recruiter", async () => {
    const rule = set("tags", "rungs", "talk");
    const ids = async (sample: number) =>
      (await exact(rule, { sample })).sample.map(({ candidateId }) => candidateId);
    const first = await ids(0);
    expect(new Set(first).size).toBe(6);
    expect(await ids(0)).toEqual(first);
    expect(await ids(1)).not.toEqual(first);
    const tagged = people.filter(({ tags }) => tags.length > 0).map(({ candidateId }) => candidateId);
    expect(tagged).toEqual(expect.arrayContaining(first));
  }));

test("whoever the estimate shows, the exact answer shows too", () =>
  as("recruiter", async () => {
    for (const tag of ["rungs", "talk"]) {
      const rule = set("tags", tag);
      const estimate = await Segment.preview({ rule, exact: false });
      const shown = (await exact(rule)).sample.map(({ candidateId }) => candidateId);
      expect(shown).toEqual(expect.arrayContaining(estimate.sample.map(({ candidateId }) => candidateId)));
    }
  }));

test("growth counts who was here at each month's end; overlaps name the other segments", () =>
  as("recruiter", async () => {
    const since = (day: string) => ({ profile: { tags: ["grown"], createdAt: `${day}T08:00:00.000Z` } });
    await crowd([
      since("2020-05-01"),
      since("2026-01-31"),
      since("2026-02-01"),
      since(now.toISOString().slice(0, 10)),
    ]);
    const { segmentId } = await Segment.create({ name: "Grown", rule: set("tags", "grown") });
    const { growth, overlaps } = await exact(set("tags", "grown", "rungs"), { segmentId });
    expect(overlaps).toEqual([]);
    expect(growth.map(({ month }) => month)).toHaveLength(12);
    const { growth: grown, overlaps: shared } = await exact(set("tags", "grown"));
    expect(grown.slice(-3).map(({ month, people }) => [month, people])).toEqual([
      ["2026-01", 2],
      ["2026-02", 3],
      ["2026-03", 4],
    ]);
    expect(grown[0]?.people).toBe(1);
    expect(growth.at(-1)?.people).toBe(32);
    expect(shared).toEqual([{ segmentId, name: "Grown", people: 4 }]);
  }));

test("the list says how many each holds", () =>
  as("viewer", async () => {
    await as("recruiter", async () => {
      await Segment.create({ name: "Leipzig", rule: set("city", "leipzig") });
      await Segment.create({ name: "Talked", rule: { kind: "happened", what: "contacted" } });
    });
    const { segments } = await Segment.list();
    const { sizes } = await Segment.sizes();
    const sizeOf = (name: string) => {
      const id = segments.find((one) => one.name === name)?.segmentId;
      return sizes.find(({ segmentId }) => segmentId === id)?.people;
    };
    expect(sizeOf("Leipzig")).toEqual({ count: 12, low: 12, high: 12, exact: true });
    expect(sizeOf("Talked")).toMatchObject({ count: 10, exact: true });
  }));
