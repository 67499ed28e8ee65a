import { Events as Candidate } from "../candidate/events.ts";
import { derivedId } from "../id.ts";
import { entities } from "../service.ts";
import { type Life, note, tell } from "./life.ts";
import { NOTES, TASKS } from "./trades.ts";

const DAY_MS = 86_400_000;
const STAGES = [
  "engaged",
  "engaged",
  "engaged",
  "in_process",
  "silver_medallist",
  "silver_medallist",
  "hired",
  "archived",
] as const;

/** What colleagues did about her: tags, a stage, an owner, notes, a talk, a task. */
export function attended(life: Life): void {
  const { luck, persona, gate } = life;
  if (persona.tags.length > 0) changed(life, { tags: [...persona.tags] });
  const known = gate.repliedAt !== undefined || gate.clickedAt !== undefined;
  if (luck.chance(known ? 0.6 : 0.12)) {
    const to = luck.of(STAGES);
    changed(life, { stage: to });
    if (luck.chance(0.5)) changed(life, { owner: life.beginning.recruiterId });
    if (luck.chance(0.4)) written(life);
    if (luck.chance(0.3)) talked(life);
    if (luck.chance(0.12) && !isNew(life)) asked(life);
  }
}

/** Some time between her arrival and the beginning, when colleagues are at work. */
function since({ luck, persona, beginning }: Life): Date {
  const [from, to] = [persona.arrivedAt.getTime(), beginning.begunAt.getTime()];
  const at = new Date(from + luck.roll() * (to - from));
  const atWork = new Date(at);
  atWork.setUTCHours(luck.between(8, 16));
  return atWork.getTime() > from && atWork.getTime() < to ? atWork : at;
}

type Changed = Partial<Pick<Life["profile"], "tags" | "stage" | "owner">>;

function changed(life: Life, set: Changed): void {
  const { candidateId } = life.persona;
  const fields = Object.keys(set);
  const stage = set.stage ? { stage: { from: life.profile.stage, to: set.stage } } : {};
  tell(life, { at: since(life), by: "recruiter", what: `changed ${fields}` }, (cause) =>
    Candidate.Changed({ candidateId, fields, ...stage }, cause),
  );
  life.profile = { ...life.profile, ...set };
}

function written(life: Life): void {
  const { candidateId, n } = life.persona;
  const noteId = derivedId("nte", "sample", n);
  const { recruiterId } = life.beginning;
  const item = { noteId, candidateId, recruiterId, text: life.luck.of(NOTES), at: since(life).toISOString() };
  note(life, entities.note.put(item).params());
}

function talked(life: Life): void {
  const { candidateId } = life.persona;
  const at = since(life);
  tell(life, { at, by: "recruiter", what: "contacted" }, (cause) =>
    Candidate.Contacted({ candidateId }, cause),
  );
  life.gate = { ...life.gate, contactedAt: at.toISOString() };
}

const isNew = ({ persona, beginning }: Life) =>
  beginning.begunAt.getTime() - persona.arrivedAt.getTime() < 7 * DAY_MS;

/** A task that waits for the colleague these days, or was done long ago. */
function asked(life: Life): void {
  const { luck, persona, beginning } = life;
  const due = new Date(beginning.begunAt.getTime() + luck.between(-2, 12) * DAY_MS);
  const dueOn = due.toISOString().slice(0, 10);
  const actor = `recruiter:${beginning.recruiterId}`;
  const open = { openFor: beginning.recruiterId, openOn: dueOn };
  const done = { doneAt: new Date(beginning.begunAt.getTime() - DAY_MS).toISOString(), doneBy: actor };
  const item = {
    taskId: derivedId("tsk", "sample", persona.n),
    candidateId: persona.candidateId,
    kind: "task" as const,
    words: luck.of(TASKS),
    dueOn,
    assignee: beginning.recruiterId,
    actor,
    createdAt: new Date(beginning.begunAt.getTime() - luck.between(2, 6) * DAY_MS).toISOString(),
    ...(luck.chance(0.5) ? done : open),
  };
  note(life, entities.task.put(item).params());
}
