export * as Home from "./index.ts";

import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import * as Organisation from "../organisation/index.ts";
import { dayIn } from "../zone.ts";
import { people } from "./figures.ts";
import type { Home } from "./home.view.ts";
import { needs } from "./needs.ts";
import { running } from "./running.ts";
import { warmPeople } from "./warm.ts";

/** What a recruiter sees first: who is warm, what runs, what needs somebody, three figures. */
export async function home(): Promise<Home> {
  Actor.assert("people.read");
  const { settings, missing } = await Organisation.read();
  const today = dayIn(Clock.ms(), settings.zone ?? "UTC");
  const [warm, campaigns, waiting, figures] = await Promise.all([
    warmPeople(),
    running(),
    needs(today),
    people(),
  ]);
  return { today, missing, needs: waiting, figures, ...campaigns, ...warm };
}
