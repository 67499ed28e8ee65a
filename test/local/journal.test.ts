import { afterEach, beforeEach, expect, test } from "vitest";
import { type Machine, openMachine } from "./machine.ts";

let machine: Machine;
beforeEach(async () => {
  machine = await openMachine();
});
afterEach(() => machine.remove());

const hop = (id: string) => ({ trace: "trc_1", room: "bus", what: "candidate.joined", id });
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Write = (...args: readonly unknown[]) => Promise<void>;

/** Lets every write take a tenth of a second longer. */
function slowDown(disk: { _batch: Write }) {
  const write = disk._batch;
  disk._batch = (...args) => soon(100).then(() => write(...args));
}

test("who looks sees what has happened, also what is being written at that moment", async () => {
  slowDown(machine.store as unknown as { _batch: Write });
  machine.journal.note(hop("evt_1"));
  await soon(50);
  expect(await machine.journal.list()).toMatchObject([{ id: "evt_1" }]);
});
