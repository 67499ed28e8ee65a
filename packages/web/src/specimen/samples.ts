import type { MayWrite } from "@perennial/core/candidate/views.ts";
import type { Line } from "@perennial/core/season/index.ts";

const YEAR = { from: "2026-01-01", to: "2027-01-01", today: "2026-11-22" };

/** Season lines with everything that can stand on one. */
export const lines: readonly { readonly title: string; readonly line: Line }[] = [
  {
    title: "In touch",
    line: {
      ...YEAR,
      marks: [
        { kind: "joined", day: "2026-03-03" },
        { kind: "sent", day: "2026-03-03" },
        { kind: "clicked", day: "2026-03-05" },
        { kind: "sent", day: "2026-06-10" },
        { kind: "machine", day: "2026-06-10" },
        { kind: "sent", day: "2026-09-14" },
        { kind: "clicked", day: "2026-09-14" },
        { kind: "replied", day: "2026-09-14" },
      ],
      permission: { state: "granted", from: "2026-03-03", until: "2028-03-03" },
    },
  },
  {
    title: "Lapsing",
    line: {
      ...YEAR,
      marks: [
        { kind: "joined", day: "2026-01-09" },
        { kind: "sent", day: "2026-02-12" },
        { kind: "sent", day: "2026-05-20" },
      ],
      permission: { state: "granted", from: "2024-12-12", until: "2026-12-12" },
    },
  },
  {
    title: "Mailed too much",
    line: {
      ...YEAR,
      marks: [
        { kind: "joined", day: "2026-08-01" },
        ...["02", "06", "11", "15", "19", "24"].map((day) => ({
          kind: "sent" as const,
          day: `2026-08-${day}`,
        })),
      ],
    },
  },
  {
    title: "Asked, not confirmed",
    line: { ...YEAR, marks: [], permission: { state: "pending", from: "2026-11-20" } },
  },
  { title: "Nothing", line: { ...YEAR, marks: [] } },
];

export const answers: readonly MayWrite[] = [
  {
    answer: "yes",
    code: "granted",
    since: "2026-03-03T09:00:00Z",
    until: "2028-03-03T09:00:00Z",
    tracking: true,
  },
  { answer: "pending", code: "requested", since: "2026-11-20T09:00:00Z", tracking: false },
  { answer: "no", code: "unsubscribe", since: "2026-05-03T09:00:00Z", tracking: false },
  { answer: "no", code: "expired", since: "2026-11-01T09:00:00Z", tracking: false },
  { answer: "no", code: "none", tracking: false },
];

const at = "2026-11-22T09:30:00Z";
export const reasons = [
  { code: "entered.form", inputs: {}, at },
  { code: "sent", inputs: { messageId: "msg_01k" }, at },
  { code: "held.missing_field", inputs: { fields: ["city"] }, at },
  { code: "skipped.no_consent", inputs: { purpose: "job_news", state: "withdrawn" }, at },
  { code: "held.error", inputs: {}, at },
  { code: "something.nobody_worded", inputs: { a: 1 }, at },
] as const;

export const days = [3, 1, 0, 4, 2, 6, 3, 5, 8, 4, 7, 9, 6, 10, 12];
