import { useState } from "react";
import { ServerClock } from "../../api/clock.ts";
import { useDraft } from "../../draft/use-draft.ts";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { ActButton, useMay } from "../../states/allowed.tsx";
import type { PersonActs } from "../use-person-acts.ts";
import { Writing, type Written } from "./writing.tsx";

interface Props {
  readonly candidateId: string;
  readonly acts: PersonActs;
}

const WEEK_MS = 7 * 86_400_000;
const inAWeek = () => new Date(ServerClock.ms() + WEEK_MS).toISOString().slice(0, 10);

/** One line until it is wanted. What was begun is there again after a reload. */
export function Composer({ candidateId, acts }: Props) {
  const saved: Written = { kind: "note", text: "", dueOn: inAWeek() };
  const draft = useDraft<Written>(`note.${candidateId}`, { value: saved, revision: 0 });
  const [open, setOpen] = useState(draft.dirty);
  const may = useMay("people.write");
  const show = () => setOpen(true);
  const leave = () => setOpen(false);
  useCommands({ "person.note": may ? show : undefined });
  if (!open) {
    return (
      <Hint of="person.note">
        <ActButton
          needs="people.write"
          act="write notes"
          className="composer-closed"
          onClick={show}
          justify="start"
        >
          Note or task
        </ActButton>
      </Hint>
    );
  }
  const finish = () => {
    draft.discard();
    leave();
  };
  return <Writing value={draft.value} edit={draft.edit} acts={acts} onDone={finish} onLeave={leave} />;
}
