import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { takenBackUntil } from "@perennial/core/campaign/not-yet.ts";
import { useEffect, useState } from "react";
import { done } from "../../acts/index.tsx";
import { ServerClock } from "../../api/clock.ts";
import { ActButton } from "../../states/allowed.tsx";
import { Failure } from "../../states/failure.tsx";
import { useAct } from "../use-act.ts";
import { DONE } from "./use-asking.ts";

const SECOND_MS = 1_000;

/** The ten minutes after a launch: take it back, or end them. */
export function NotYet({ campaign }: { readonly campaign: Info }) {
  const { now, startsAt, until } = useTimes(campaign);
  const isBack = now < until;
  const acting = useAct(campaign, (act) => done(`“${campaign.name}” is ${DONE[act]}.`));
  return (
    <section className="not-yet" aria-label="Not yet">
      <p className="not-yet-clock">
        <span className="hidden">{isBack ? "Can be taken back for " : "Starts in "}</span>
        {clockOf((isBack ? until : startsAt) - now)}
      </p>
      <p className="quiet">
        {isBack
          ? "to take it back. Nobody has entered, nothing has left."
          : "until it starts. People may enter from now on; nothing has left."}
      </p>
      <div className="acts">
        {isBack && (
          <ActButton
            variant="filled"
            needs="campaigns.launch"
            act="launch campaigns"
            loading={acting.isPending && acting.variables === "take_back"}
            onClick={() => acting.begin("take_back")}
          >
            Not yet: take it back
          </ActButton>
        )}
        <ActButton
          needs="campaigns.launch"
          act="launch campaigns"
          loading={acting.isPending && acting.variables === "start_now"}
          onClick={() => acting.begin("start_now")}
        >
          Start now
        </ActButton>
      </div>
      {acting.isError && (
        <Failure what={`The campaign was not ${DONE[acting.variables]}`} error={acting.error} />
      )}
    </section>
  );
}

/** Now, told every second, when it starts, and until when it can be taken back; epoch milliseconds. */
function useTimes({ startsAt = "" }: Info) {
  const [now, setNow] = useState(() => ServerClock.ms());
  useEffect(() => {
    const timer = setInterval(() => setNow(ServerClock.ms()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return { now, startsAt: Date.parse(startsAt), until: takenBackUntil(startsAt) };
}

/** `9:42` */
function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS)) || 0;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
