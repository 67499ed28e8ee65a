import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { leftOut } from "../../packages/core/campaign/admit.ts";
import { rhythm } from "../../packages/core/campaign/rhythm.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { unwritable } from "../../packages/core/segment/ladder.ts";
import { bucket } from "./support/bucket.ts";
import { imported } from "./support/imports.ts";
import { furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

test("of somebody without address and permission the segment and the campaign's door say the same", async () => {
  await imported("Name,LinkedIn\nNora Niemand,https://www.linkedin.com/in/nora-niemand\n");
  const facts = (await Candidate.everybody()).find(({ name }) => name === "Nora Niemand");
  if (!facts) throw new Error("She was not imported");
  const [gate, policy, now] = [
    await Gate.read(facts.candidateId),
    await rhythm(),
    new Date(here.clock.ms()),
  ] as const;
  const { hasAddress } = facts;
  expect(leftOut({ gate, hasAddress, policy }, now)).toMatchObject({ code: "skipped.no_address" });
  expect(unwritable(facts, policy, now)).toMatchObject({ code: "skipped.no_address" });
});

test("whatever else stands against her, who has no address is left out for that", async () => {
  const policy = await rhythm();
  const shut = fc.record({
    doNotContact: fc.boolean(),
    erased: fc.boolean(),
    suppressed: fc.constantFrom("bounce" as const, "unsubscribe" as const),
  });
  fc.assert(
    fc.property(shut, (against) => {
      const gate = { candidateId: "cnd_1", permissions: {}, claims: [], marks: [], revision: 0, ...against };
      const out = leftOut({ gate, hasAddress: false, policy }, new Date(here.clock.ms()));
      expect(out?.code).toBe("skipped.no_address");
    }),
  );
});
