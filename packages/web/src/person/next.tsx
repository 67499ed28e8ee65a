import { Checkbox } from "@mantine/core";
import type { Person } from "@perennial/core/candidate/views.ts";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { failed } from "../acts/index.tsx";
import { useSingle } from "../api/use-single.ts";
import { BecauseOf } from "../because/because.tsx";
import { Hint } from "../keys/hint.tsx";
import { when } from "../words/dates.ts";
import { dueWords } from "./standing.ts";
import type { PersonActs } from "./use-person-acts.ts";

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
}

/** What comes next: open tasks, and the step of each campaign with its date and why. */
export function Next({ person, acts }: Props) {
  const { tasks, next, candidateId } = person;
  return (
    <section className="next" aria-label="Next">
      <h2>Next</h2>
      {tasks.length + next.length === 0 && <p className="quiet">Nothing is planned.</p>}
      <ul>
        {tasks.map((task) => (
          <Task key={task.taskId} task={task} acts={acts} />
        ))}
        {next.map((step, index) => (
          <Step key={step.campaignId} step={step} candidateId={candidateId} first={index === 0} />
        ))}
      </ul>
    </section>
  );
}

interface TaskProps {
  readonly task: Person["tasks"][number];
  readonly acts: PersonActs;
}

function Task({ task: { taskId, kind, words, dueOn }, acts }: TaskProps) {
  const finishing = useMutation({
    mutationFn: () => acts.finish(taskId, true),
    onError: (error) => failed("The task is still open", error),
  });
  const finish = useSingle(() => finishing.mutateAsync());
  const label = (
    <>
      {words} <span className="small quiet">{kind === "notice" ? "to know" : `due ${dueWords(dueOn)}`}</span>
    </>
  );
  return (
    <li>
      <Checkbox label={label} checked={finishing.isPending} onChange={() => finish(undefined)} />
    </li>
  );
}

interface StepProps {
  readonly step: Person["next"][number];
  readonly candidateId: string;
  /** The one that the key leads to. */
  readonly first: boolean;
}

function Step({ step: { campaignId, campaignName, dueAt, reason }, candidateId, first }: StepProps) {
  const why = (
    <Link to="/campaigns/$campaignId/people/$candidateId" params={{ campaignId, candidateId }}>
      Why
    </Link>
  );
  return (
    <li>
      <p>
        <Link to="/campaigns/$campaignId" params={{ campaignId }}>
          {campaignName}
        </Link>
        {dueAt && <span className="quiet"> · {when(dueAt)}</span>} ·{" "}
        {first ? <Hint of="person.why">{why}</Hint> : why}
      </p>
      <BecauseOf reason={reason} />
    </li>
  );
}
