import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { type ConsentChange, Events } from "./events.ts";
import { type ConsentCountries, Policy } from "./organisation.schema.ts";
import { read, type View } from "./read.ts";

/**
 * Saves how the organisation writes to people, as a whole. Another choice of countries needs a reason of its own: it is kept as the
 * present one, and in the log with what was before. Conflict if somebody saved since `revision`.
 */
export const savePolicy = fn(
  Policy.extend({ revision: z.int().min(0) }),
  async ({ revision, ...asked }): Promise<View> => {
    Actor.assert("organisation.write");
    const { data } = await entities.organisation.get({ key: "organisation" }).go({ consistent: true });
    const { consentCountries: before } = Policy.parse(data?.policy ?? {});
    // Who saw an older one is told that, and not asked for a reason.
    const consent = (data?.revision ?? 0) === revision ? changed(before, asked.consentCountries) : undefined;
    const reason = asked.consentCountries.reason || before.reason;
    const consentCountries = { ...chosenIn(asked.consentCountries), ...(reason ? { reason } : {}) };
    const policy = { ...asked, consentCountries };
    await commit(({ organisation, event }) => [
      organisation
        .put({ ...data, key: "organisation", policy, revision: revision + 1 })
        .where((it, op) => (revision === 0 ? op.notExists(it.revision) : op.eq(it.revision, revision)))
        .commit(),
      event
        .create(Events.PolicyChanged({ revision: revision + 1, ...(consent ? { consent } : {}) }))
        .commit(),
    ]);
    return read();
  },
);

const chosenIn = ({ reason: _, ...chosen }: ConsentCountries) => chosen;

/** What changes of it and why. @throws AppError without a reason, or with the one of the change before */
function changed(before: ConsentCountries, after: ConsentCountries): ConsentChange | undefined {
  if (same(before, after)) return undefined;
  const { reason } = after;
  if (reason && reason !== before.reason) return { from: chosenIn(before), to: chosenIn(after), reason };
  const message = "Say why it changes now: consent is what the law asks for there unless you know better";
  throw new AppError("invalid", "input.invalid", message, [{ field: "consentCountries.reason", message }]);
}

const same = (one: ConsentCountries, other: ConsentCountries) =>
  one.unknown === other.unknown && [...one.countries].sort().join() === [...other.countries].sort().join();
