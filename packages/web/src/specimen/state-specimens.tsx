import { Undo } from "../acts/undo.tsx";
import { ApiError } from "../api/problem.ts";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { Section } from "../frame/page.tsx";
import { WaitingChanges } from "../list/waiting-changes.tsx";
import { Welcome } from "../organisation/welcome.tsx";
import { Empty } from "../states/empty.tsx";
import { Failure } from "../states/failure.tsx";
import { Waiting, WaitingRows } from "../states/waiting.tsx";

const nothing = () => {};
const statuses = [0, 403, 404, 422, 500] as const;

export function StateSpecimens() {
  return (
    <Section title="States">
      <Waiting words="Signing you in" />
      <WaitingRows count={3} height={36} />
      <Empty title="Nobody is here yet">
        <p>Talent holds everybody who asked to hear from you before there is a job for them.</p>
      </Empty>
      {statuses.map((status) => (
        <Failure
          key={status}
          what="The template was not saved"
          error={new ApiError(status, { detail: `An answer with status ${status}.`, instance: "req_01k3m" })}
          kept="What you typed is kept on this device."
          onRetry={nothing}
        />
      ))}
      <Overtaken what="this template" draft={{ overtaken: true, keepMine: nothing, discard: nothing }} />
      <SaveState saving dirty saved={false} />
      <SaveState saving={false} dirty saved={false} />
      <SaveState saving={false} dirty={false} saved />
      <Undo words="Tagged 12 people “Leipzig”." undo={() => Promise.resolve()} onDone={nothing} />
      <WaitingChanges waiting={12} show={nothing} />
      <Welcome />
    </Section>
  );
}
