import * as Organisation from "../organisation/index.ts";
import type { Rhythm } from "./advance.ts";

/** How the organisation writes now: its sending hours, its consent countries, and the zone that days are counted in. */
export async function rhythm(): Promise<Rhythm> {
  const { policy, settings } = await Organisation.read();
  return { ...policy, zone: settings.zone ?? "UTC" };
}
