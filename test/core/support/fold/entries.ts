import { leaveOut } from "../../../../packages/core/enrolment/enter.ts";
import { leftOut } from "../../../../packages/core/enrolment/stamp.ts";
import { arriving, arrivingTwofold, logged } from "../../../../packages/core/event/stamp.ts";
import { derivedId } from "../../../../packages/core/id.ts";
import { accepted } from "../../../../packages/core/message/stamp.ts";
import { type Addition, COUNTERS, type Counter, type Entry } from "../../../../packages/core/metric/index.ts";
import { entities } from "../../../../packages/core/service.ts";
import { as } from "../people.ts";
import { type Dice, dice } from "./dice.ts";

const AT = "2026-03-02T09:00:00.000Z";

/** Entries of every kind that the product counts, each over a real item, and the sums they must come to. */
export async function entriesOf(
  seed: number,
): Promise<{ messages: Entry[][]; wanted: Record<string, number> }> {
  const random = dice(seed);
  const wanted: Record<string, number> = {};
  const counters = COUNTERS.slice(0, 1 + random.below(4));
  const messages = await Promise.all(
    Array.from({ length: 3 + random.below(5) }, async (_, index) => {
      const counter = counters[random.below(counters.length)] ?? "joined";
      const name = `trial/${seed} ${counter}`;
      const made = await entriesFor(`${seed}/${index}`, random, addition(seed, counter));
      wanted[name] = (wanted[name] ?? 0) + made.length;
      return made;
    }),
  );
  return { messages, wanted };
}

const addition = (seed: number, counter: Counter): Addition => ({
  scope: `trial/${seed}`,
  period: "all",
  counter,
});

/** An event that is new, once or in two ways, an event in the log, a mail that was accepted, or somebody who entered a campaign. */
async function entriesFor(name: string, random: Dice, added: Addition): Promise<Entry[]> {
  const candidateId = derivedId("cnd", name);
  const draft = {
    eventId: derivedId("evt", name),
    type: "test",
    at: AT,
    actor: "test",
    trace: "test",
    data: {},
  };
  const kind = random.below(6);
  if (kind === 0) {
    await entities.event.create({ ...draft, candidateId }).go();
    return [logged(candidateId, draft.eventId, [added])];
  }
  if (kind === 1) {
    const messageId = derivedId("msg", name);
    await entities.message.create({ ...mail, candidateId, messageId }).go();
    const campaignId = derivedId("cmp", name);
    return [{ ...accepted({ candidateId, messageId, campaignId }), additions: [added] }];
  }
  if (kind === 2) {
    const campaignId = derivedId("cmp", name);
    const at = "2026-03-02T09:00:00.000Z";
    const reason = { code: "skipped.no_address", inputs: {}, at };
    const entering = { candidateId, campaignId, version: 1, stepId: "hello", dueAt: at, reason };
    await as("system", () => leaveOut(entering));
    return [{ ...leftOut({ candidateId, campaignId }), additions: [added] }];
  }
  if (kind === 3) return arrivingTwofold({ ...draft, candidateId }, [added], [added]);
  return [arriving({ ...draft, candidateId }, [added])];
}

const mail = {
  addressId: derivedId("adr", 1),
  class: "nurture" as const,
  state: "accepted" as const,
  locale: "en" as const,
  tracked: false,
  reason: {},
  claimedAt: AT,
  sendBy: AT,
  trace: "test",
};
