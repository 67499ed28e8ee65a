import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Event from "../event/index.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import * as Team from "../team/index.ts";
import { Events } from "./events.ts";
import { read } from "./read.ts";
import { versions } from "./version.ts";
import type { Act, History } from "./views.ts";

/** What the page calls the events of a campaign; those of the workflow's own housekeeping are no acts. */
const ACTS: Readonly<Record<string, string>> = {
  [Events.Written.type]: "written",
  [Events.Launched.type]: "launched",
  [Events.Paused.type]: "paused",
  [Events.Resumed.type]: "resumed",
  [Events.Stopped.type]: "stopped",
  [Events.TakenBack.type]: "taken_back",
  [Events.StartedNow.type]: "started_now",
  [Events.Failed.type]: "failed",
  [Events.Finished.type]: "finished",
};

/** What was done to a campaign, newest first, and every version of its steps. */
export const history = fn(
  z.strictObject({ campaignId: Id("cmp") }),
  async ({ campaignId }): Promise<History> => {
    Actor.assert("campaigns.read");
    await read(campaignId);
    const [events, written, inside] = await Promise.all([
      Event.ofCampaign(campaignId, Object.keys(ACTS)),
      versions(campaignId),
      Enrolment.inside(campaignId),
    ]);
    const names = await Team.names(
      [...events.map(({ actor }) => actor), ...written.map(({ by }) => by)].flatMap(recruiterIn),
    );
    const nameOf = (actor: string) => names.get(recruiterIn(actor)[0] ?? "");
    return {
      acts: events.map((event) => act(event, nameOf(event.actor))).reverse(),
      versions: written
        .map(({ version, at, by, steps }) => ({
          ...{ version, at, steps, by: nameOf(by) ?? "" },
          inside: inside.filter((row) => row.version === version).length,
        }))
        .reverse(),
    };
  },
);

const recruiterIn = (actor: string): string[] =>
  actor.startsWith("recruiter:") ? [actor.slice("recruiter:".length)] : [];

function act({ type, at, data }: Event.Info, by: string | undefined): Act {
  const { version, failure } = data as { version?: number; failure?: string };
  return {
    at,
    act: ACTS[type] ?? type,
    ...(by ? { by } : {}),
    ...(version ? { version } : {}),
    ...(failure ? { failure } : {}),
  };
}
