import { notifications } from "@mantine/notifications";
import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { useRef, useState } from "react";
import { useAct } from "./use-act.ts";
import type { Act } from "./words.ts";

export const DONE: Readonly<Record<Act, string>> = {
  launch: "launched",
  pause: "paused",
  resume: "resumed",
  stop: "stopped",
};

/** The acts on a campaign, and the one that is being asked about; closing the question leads back to its button. */
export function useAsking(campaign: Info) {
  const [asked, setAsked] = useState<Exclude<Act, "launch">>();
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsked(undefined);
    opener.current?.focus();
  };
  const acting = useAct(campaign, (act) => {
    close();
    notifications.show({ message: `“${campaign.name}” is ${DONE[act]}.` });
  });
  const press = (act: Act, button: HTMLButtonElement) => {
    if (act === "launch") return acting.begin(act);
    if (acting.isPending) return;
    acting.reset();
    opener.current = button;
    setAsked(act);
  };
  return { asked, acting, press, close };
}
