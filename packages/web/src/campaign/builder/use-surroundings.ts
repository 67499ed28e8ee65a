import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";
import { useQuery } from "@tanstack/react-query";
import { ServerClock } from "../../api/clock.ts";
import { queries } from "../../api/queries.ts";
import { calendarOf, dayIn, isOpen } from "../journey/calendar.ts";
import type { Written } from "./written.ts";

const WEEKDAYS: Policy["window"] = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

/** What the steps stand in: the calendar, the templates, and what the saved version would do. */
export function useSurroundings({ entry, steps }: Written, page: LaunchPage | undefined, foretold: boolean) {
  const { data: templates = [] } = useQuery(queries.templates);
  const window = page?.policy.window ?? WEEKDAYS;
  const zone = page?.policy.zone ?? "UTC";
  const start = firstOpen(dayIn(page ? Date.parse(page.startsAt) : ServerClock.ms(), zone), window);
  return {
    start,
    window,
    calendar: calendarOf(steps, start, window),
    templates,
    names: Object.fromEntries(templates.map(({ templateId, name }) => [templateId, name])),
    segmentId: entry.kind === "segment" && entry.segmentId !== "" ? entry.segmentId : undefined,
    plan: new Map(foretold ? page?.plan.steps.map((step) => [step.stepId, step]) : []),
  };
}

/** A campaign that begins on a day without sending hours has its first day when they come. */
const firstOpen = (day: number, window: Policy["window"]) =>
  [0, 1, 2, 3, 4, 5, 6].map((ahead) => day + ahead).find((one) => isOpen(one, window)) ?? day;
