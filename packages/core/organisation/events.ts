import * as z from "zod";
import { define } from "../event/define.ts";
import { ConsentCountries } from "./organisation.schema.ts";

const Chosen = ConsentCountries.omit({ reason: true });

/** Where consent is needed first, before and after, and why an administrator changed it. */
export const ConsentChange = z.object({ from: Chosen, to: Chosen, reason: z.string() });
export type ConsentChange = z.infer<typeof ConsentChange>;

export const Events = {
  Changed: define("organisation.changed", z.object({ revision: z.int() })),
  PolicyChanged: define(
    "organisation.policy_changed",
    z.object({ revision: z.int(), consent: ConsentChange.exactOptional() }),
  ),
};
