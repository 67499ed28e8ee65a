import { Actor } from "../actor.ts";
import { payload } from "../event/define.ts";
import { ofNobody } from "../event/of-nobody.ts";
import * as Team from "../team/index.ts";
import { type ConsentChange, Events } from "./events.ts";

/** Who changed where consent is needed first, when and why. */
export interface Changed extends ConsentChange {
  readonly at: string;
  /** A colleague who never signed in is shown by her id. */
  readonly by: string;
}

/** Every change of where consent is needed first, the newest first. */
export async function consentChanges(): Promise<{ changes: Changed[] }> {
  Actor.assert("organisation.read");
  const events = await ofNobody([Events.PolicyChanged.type]);
  const idOf = (actor: string) => actor.replace(/^recruiter:/, "");
  const names = await Team.names(events.map(({ actor }) => idOf(actor)));
  const changes = events.flatMap(({ at, actor, ...stored }): Changed[] => {
    const { consent } = payload(Events.PolicyChanged, stored);
    return consent ? [{ ...consent, at, by: names.get(idOf(actor)) ?? idOf(actor) }] : [];
  });
  return { changes: changes.reverse() };
}
