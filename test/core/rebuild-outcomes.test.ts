import { expect, test } from "vitest";
import { Clock } from "../../packages/core/clock.ts";
import { newId } from "../../packages/core/id.ts";
import { openOutcomes } from "../../packages/core/rebuild/outcomes.ts";
import { entities } from "../../packages/core/service.ts";
import { table } from "./support/table.ts";

table();

const committed = async () => {
  const batchId = newId("bat");
  await entities.batch.create({ batchId, outcome: "committed", at: Clock.iso() }).go();
  return batchId;
};

test("who waits for batches is answered of all of them, also when others have everything forgotten meanwhile", async () => {
  const [known, fresh] = [await committed(), await committed()];
  const outcomes = openOutcomes(1);
  await outcomes([known]);
  const many = Array.from({ length: 300 }, () => newId("bat"));
  let answered = false;
  const answer = outcomes([known, fresh, ...many]).finally(() => {
    answered = true;
  });
  while (!answered) {
    await outcomes([]);
    await new Promise(setImmediate);
  }
  expect([...(await answer)].sort()).toEqual([known, fresh].sort());
});
