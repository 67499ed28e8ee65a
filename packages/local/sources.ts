import type { MovableClock } from "./clock/index.ts";
import type { ConsoleSources, DeadLetter, Execution, Upcoming } from "./console/index.ts";
import type { Journal } from "./journal/index.ts";
import type { Services } from "./services.ts";

interface Parts {
  readonly addresses: ConsoleSources["addresses"];
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly services: Services;
}

/** Fits the rooms of the local cloud to what the console looks into. */
export function sourcesOf({ addresses, clock, journal, services }: Parts): ConsoleSources {
  const { bus, email, workflows } = services;
  return {
    addresses,
    clock,
    journal,
    email,
    upcoming: () => upcoming(services),
    executions: async () => workflows.executions().map(execution),
    transitions: async (arn) =>
      (await workflows.history(arn)).map(({ at, type, details }) => ({ at, type, state: stateOf(details) })),
    events: async (options) =>
      (await bus.recent(options)).map(({ envelope, ...logged }) => ({
        ...logged,
        id: envelope.id,
        at: envelope.time,
        type: envelope["detail-type"],
        source: envelope.source,
        detail: envelope.detail,
      })),
    deadLetters: () => deadLetters(services),
    redrive: (place) => redrive(services, place),
  };
}

const execution = ({
  arn,
  name,
  status,
  state,
  enteredAt,
  wakeAt,
  startedAt,
  trace,
  input,
  error,
}: Kept): Execution => ({
  id: arn,
  name,
  status,
  state,
  since: enteredAt,
  wakeAt,
  startedAt,
  trace,
  input,
  error,
});
type Kept = ReturnType<Services["workflows"]["executions"]>[number];

function stateOf(details: object | undefined): string | undefined {
  const named = Object.values(details ?? {})[0] as { name?: string } | undefined;
  return named?.name;
}

/** What each service will do next by itself. */
async function upcoming({ workflows, queues, bus, email, pipe, scheduler }: Services): Promise<Upcoming[]> {
  const sleeping = workflows.executions().flatMap(({ name, status, state, wakeAt }) => {
    return status === "RUNNING" && wakeAt !== undefined
      ? [{ at: wakeAt, what: `workflow ${name}: ${state}` }]
      : [];
  });
  const planned = scheduler
    .list()
    .flatMap(({ name, next }) => (next === undefined ? [] : [{ at: next, what: `schedule ${name}` }]));
  const others = {
    "a queue's retry": queues,
    "a bus retry": bus,
    "a mail on its way": email,
    "the pipe's retry": pipe,
  };
  const due = Object.entries(others).map(async ([what, service]) => {
    const at = await service.nextDue();
    return at === undefined ? [] : [{ at, what }];
  });
  return [...sleeping, ...planned, ...(await Promise.all(due)).flat()].sort((a, b) => a.at - b.at);
}

async function deadLetters({ pipe, bus, queues }: Services): Promise<DeadLetter[]> {
  const fromPipe = (await pipe.deadLetters()).map(({ id, at, error, record }) => ({
    place: "pipe",
    id,
    since: Date.parse(at),
    attempts: 1,
    error,
    content: { eventName: record.eventName, sequence: record.dynamodb.SequenceNumber },
  }));
  const fromBus = (await bus.deadLetters()).map(({ id, since, attempts, error, rule }) => ({
    place: "bus",
    id,
    since,
    attempts,
    error,
    content: { rule },
  }));
  const dead = queues
    .list()
    .filter(({ name, visible, hidden }) => name.endsWith("-dead") && visible + hidden > 0);
  const fromQueues = dead.flatMap(({ name }) =>
    queues.peek(name).map(({ id, sentAt, received, body }) => ({
      place: `queue ${name.replace(/-dead$/, "")}`,
      id,
      since: sentAt,
      attempts: received,
      content: idsOf(body),
    })),
  );
  return [...fromPipe, ...fromBus, ...fromQueues];
}

/** Type and ids of an event in a queue: what SES reports quotes addresses, which the console need not show. */
function idsOf(body: string) {
  const { id, source, "detail-type": type } = JSON.parse(body) as Record<string, unknown>;
  return { id, source, type };
}

async function redrive({ pipe, bus, queues }: Services, place: string): Promise<number> {
  if (place === "pipe") return pipe.redrive();
  if (place === "bus") return bus.redrive();
  return queues.redrive(place.replace(/^queue /, ""));
}
