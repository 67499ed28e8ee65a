import { beforeAll, expect, test } from "vitest";
import type { Evidence } from "./evidence.ts";
import { INVARIANTS } from "./invariants/index.ts";
import { added, changed, email, ids, sound } from "./support/sound.ts";

const { candidateId, campaignId, messageId } = ids;
const stop = (kind: string, done: number) => ({ kind, candidateId, tried: done - 10, done });
const mail = (id: string, at: string) => ({ ...first(sound().mails), id, at });
const first = <T>(list: readonly T[]): T => list[0] as T;

/** For each invariant a world that breaks it, and it alone. */
const MUTANTS: Readonly<Record<string, (good: Evidence) => Evidence>> = {
  "at most one mail per enrolment, step and visit": (good) => ({
    ...good,
    mails: [...good.mails, mail("ses-2", "2026-03-08T09:00:00.000Z")],
  }),
  "exactly one mail where nothing hit `sending`": (good) => ({ ...good, mails: [] }),
  "no mail without a ground at its claim": (good) =>
    added(good, "consent", {
      candidateId,
      purpose: "job_news",
      state: "withdrawn",
      at: "2026-03-01T12:00:00.000Z",
    }),
  "no mail after a stop was acknowledged": (good) => ({
    ...good,
    acts: [...good.acts, stop("pause", 900)].map((act) =>
      act.kind === "pause" ? { ...act, campaignId } : act,
    ),
  }),
  "no frequency cap is broken": (good) => ({
    ...good,
    mails: [
      ...good.mails,
      {
        ...mail("ses-2", "2026-03-03T09:00:00.000Z"),
        tags: { candidate: candidateId, campaign: campaignId },
      },
    ],
  }),
  "SES's rate is exceeded in no second": (good) => ({
    ...good,
    handovers: [0, 1, 2].map((n) => ({
      ...first(good.handovers),
      ...{ id: `ses-${n + 1}`, at: `2026-03-02T09:00:00.${n}00Z` },
    })),
  }),
  "no acknowledged write is lost": (good) => ({
    ...good,
    acts: [...good.acts, { kind: "note", candidateId, value: "Called her", tried: 1, done: 2 }],
  }),
  "every change has its event": (good) =>
    changed(good, "event", (event) => (event.type === "campaign.launched" ? undefined : event)),
  "one record per address": (good) => added(good, "address", { candidateId, raw: email, addressHash: "h1" }),
  "aggregates are a recount of the log": (good) =>
    changed(good, "metric", (metric) => (metric.accepted ? { ...metric, accepted: 2 } : metric)),
  "facets and roster are a rebuild from the profiles": (good) =>
    changed(good, "candidate", (one) => ({ ...one, city: "Leipzig" })),
  "a replay of the log finds nothing to put right": (good) => ({
    ...good,
    rebuilt: { ...good.rebuilt, roster: { ...good.rebuilt.roster, equal: 0, different: 1, named: ["city"] } },
  }),
  "every index row is as its item says": (good) => ({
    ...good,
    anomalies: [{ index: "gsi4", problem: "missing", key: candidateId }],
  }),
  "every enrolment is finished or due": (good) => changed(good, "gate", (gate) => ({ ...gate, campaignId })),
  "every claim is settled": (good) =>
    added(good, "message", {
      messageId: "msg_other",
      candidateId,
      state: "sending",
      sendingAt: "2026-03-02T09:00:00.000Z",
    }),
  "the outbox is drained": (good) => ({ ...good, waiting: [{ place: "queue enrol", count: 1 }] }),
  "no unexplained dead letter": (good) => ({
    ...good,
    dead: { before: [{ place: "queue enrol", id: "m1", attempts: 5, content: {} }], after: [] },
  }),
};

beforeAll(() => {
  process.env.PERENNIAL_SECRET = "a secret of sixteen letters and more";
});

const broken = (evidence: Evidence) =>
  INVARIANTS.filter((invariant) => invariant.check(evidence).length > 0).map(({ name }) => name);

test("where all is well, every invariant holds", () => {
  expect(broken(sound())).toEqual([]);
});

test.each(INVARIANTS.map(({ name }) => name))("a world that breaks it: %s", (name) => {
  expect(broken(MUTANTS[name]?.(sound()) ?? sound())).toEqual([name]);
});

test("a mail whose sender was killed may stay unknown; otherwise not", () => {
  const unknown = changed({ ...sound(), mails: [] }, "message", (one) => ({ ...one, state: "unknown" }));
  const fault = { real: 1, at: "2026-03-02T09:00:00.500Z", life: 0, by: "campaignAdvance", what: "", nth: 1 };
  const killed = { ...unknown, faults: [{ ...fault, kind: "die-after", ids: [messageId] }] };
  const sentOnce = INVARIANTS.find(({ name }) => name.startsWith("exactly one"));
  expect(sentOnce?.check(unknown)).toHaveLength(1);
  expect(sentOnce?.check(killed)).toEqual([]);
});

test("acknowledged edits, erasures and members are looked for", () => {
  const lost = (act: Partial<Evidence["acts"][number]>, evidence = sound()) => {
    const acts = [{ kind: "", candidateId, tried: 1, done: 2, ...act }];
    return broken({ ...evidence, acts }).includes("no acknowledged write is lost");
  };
  expect(lost({ kind: "edit", value: "City 1" })).toBe(true);
  expect(lost({ kind: "erase" })).toBe(true);
  expect(lost({ kind: "unsubscribe" })).toBe(true);
  expect(
    lost(
      { kind: "confirm" },
      changed(sound(), "candidate", (one) => ({ ...one, standing: "left" })),
    ),
  ).toBe(true);
  expect(lost({ kind: "sign up", email })).toBe(false);
  expect(lost({ kind: "import", value: "nobody@example.org" })).toBe(true);
  expect(lost({ kind: "stop", campaignId })).toBe(true);
});
