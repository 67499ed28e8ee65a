import { expect, test } from "vitest";
import { unsettle } from "../../packages/local/faults/deliveries.ts";
import { Plan } from "../../packages/local/faults/plan.ts";
import type { Queues } from "../../packages/local/queue/index.ts";

const ours = JSON.stringify({ source: "perennial", "detail-type": "candidate.joined" });
const ses = JSON.stringify({ source: "aws.ses", "detail-type": "SES", detail: { eventType: "Bounce" } });

/** A queue with deliveries as a plan says; what arrives in it, and what was noted. */
function unsettled(rates: object) {
  const arrived: string[] = [];
  const noted: object[] = [];
  const queues = { send: async (_: string, body: string) => void arrived.push(body) } as unknown as Queues;
  const record = { fault: (line: object) => void noted.push(line), handover: () => undefined };
  unsettle(queues, Plan.parse({ seed: 1, life: 0, rates }), record);
  return { send: (body: string) => queues.send("enrol", body), arrived, noted };
}

test("a delivery comes twice, or only at another attempt", async () => {
  const twice = unsettled({ duplicate: 1 });
  await twice.send(ours);
  await expect.poll(() => twice.arrived).toEqual([ours, ours]);
  const later = unsettled({ delay: 1 });
  await expect(later.send(ours)).rejects.toThrow();
  expect(later.arrived).toEqual([]);
  expect(later.noted).toMatchObject([{ kind: "delay", by: "enrol", what: "candidate.joined" }]);
});

test("later ones overtake it", async () => {
  const { send, arrived } = unsettled({ reorder: 0.5 });
  const sent = Array.from({ length: 12 }, (_, n) => JSON.stringify({ ...JSON.parse(ours), id: n }));
  await Promise.all(sent.map(send));
  expect(arrived).not.toEqual(sent);
  expect(arrived.toSorted()).toEqual(sent.toSorted());
});

test("what SES tells may be lost, what we tell is not", async () => {
  const { send, arrived, noted } = unsettled({ drop: 1 });
  await send(ses);
  await send(ours);
  expect(arrived).toEqual([ours]);
  expect(noted).toMatchObject([{ kind: "drop", what: "Bounce" }]);
});
