import { expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { zero } from "../../packages/core/metric/counters.ts";
import { streamsOf } from "../../packages/web/src/campaign/running/flow/streams.ts";

const mail = (stepId: string): Step => ({ stepId, kind: "email", templateId: "tpl_a" });
const branch = (yes: Step[], no: Step[]): Step => ({
  ...{ stepId: "branch", kind: "branch", rule: { kind: "known", fact: "city" }, unknown: "no" },
  ...{ yes, no },
});
const sent = (accepted: number) => ({ ...zero(), accepted });

test("whoever came and neither waits nor left has gone on", () => {
  const streams = streamsOf(
    [mail("a"), mail("b")],
    [
      { stepId: "a", waiting: 10, left: { "stopped.unsubscribed": 5 } },
      { stepId: "b", waiting: 85, left: {} },
    ],
    100,
  );
  expect(streams.get("a")).toEqual({ came: 100, waiting: 10, left: 5, moved: 85 });
  expect(streams.get("b")).toEqual({ came: 85, waiting: 85, left: 0, moved: 0 });
});

test("a path's mails tell how many took it, the others took the other", () => {
  const streams = streamsOf(
    [branch([mail("yes")], [mail("no")]), mail("end")],
    [
      { stepId: "branch", waiting: 0, left: {} },
      { stepId: "yes", waiting: 4, left: {}, figures: sent(26) },
      { stepId: "no", waiting: 0, left: { "stopped.replied": 2 }, figures: sent(68) },
      { stepId: "end", waiting: 94, left: {} },
    ],
    100,
  );
  expect(streams.get("yes")?.came).toBe(30);
  expect(streams.get("no")?.came).toBe(70);
  expect(streams.get("end")?.came).toBe(94);
});

test("a path without mails gets those that the other's mails do not account for", () => {
  const only = [
    { stepId: "branch", waiting: 0, left: {} },
    { stepId: "no", waiting: 0, left: {}, figures: sent(60) },
    { stepId: "tag", waiting: 0, left: {} },
  ];
  const tag: Step = { stepId: "tag", kind: "action", deed: { do: "tag", tag: "warm" } };
  const streams = streamsOf([branch([tag], [mail("no")])], only, 100);
  expect(streams.get("tag")?.came).toBe(40);
  expect(streams.get("no")?.came).toBe(60);
});
