import { isDeepStrictEqual } from "node:util";
import type { Case } from "./case.ts";
import { batches } from "./cases/batch.ts";
import { events } from "./cases/bus.ts";
import { mails } from "./cases/email.ts";
import { queries } from "./cases/query.ts";
import { queues } from "./cases/queue.ts";
import { refusals } from "./cases/refusal.ts";
import { transactions } from "./cases/transaction.ts";
import { workflows } from "./cases/workflow.ts";
import { writes } from "./cases/write.ts";
import { type Outcome, outcome } from "./outcome.ts";
import type { Place } from "./place.ts";

/** Everything that is asked, service by service. */
export const services: readonly (readonly Case[])[] = [
  [...writes, ...refusals, ...transactions, ...queries, ...batches],
  mails,
  events,
  queues,
  workflows,
];
export const cases = services.flat();

/** A case that somebody answers otherwise than AWS's documentation says. */
export interface Difference {
  readonly name: string;
  readonly source: string;
  readonly aws: Outcome;
  readonly answered: Outcome;
}

/** Services side by side, the cases of one after the other: they share a table, a queue, a list. */
export async function differences(place: Place): Promise<Difference[]> {
  const found = await Promise.all(services.map((all) => inTurn(all, place)));
  return found.flat();
}

async function inTurn(all: readonly Case[], place: Place): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const { name, source, aws, run } of all) {
    // A case that could not even be prepared was refused as well.
    const answered = await outcome(run(place), (it) => it);
    if (!isDeepStrictEqual(answered, aws)) found.push({ name, source, aws, answered });
  }
  return found;
}
