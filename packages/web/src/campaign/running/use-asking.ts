import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { useRef, useState } from "react";
import { done } from "../../acts/index.tsx";
import { type Act, useAct } from "../use-act.ts";

/** Acts that are asked about first. */
export type Asked = Extract<Act, "pause" | "resume" | "stop">;

export const DONE: Readonly<Record<Act, string>> = {
  launch: "launched",
  pause: "paused",
  resume: "resumed",
  stop: "stopped",
  take_back: "taken back",
  start_now: "started",
};

/** The acts on a campaign, and the one that is being asked about; closing the question leads back to its button. */
export function useAsking(campaign: Info) {
  const [asked, setAsked] = useState<Asked>();
  const opener = useRef<HTMLElement>(null);
  const close = () => {
    setAsked(undefined);
    opener.current?.focus();
  };
  const acting = useAct(campaign, (act) => {
    close();
    done(`“${campaign.name}” is ${DONE[act]}.`);
  });
  const press = (act: Asked, button?: HTMLElement) => {
    if (acting.isPending) return;
    acting.reset();
    opener.current = button ?? null;
    setAsked(act);
  };
  return { asked, acting, press, close };
}
