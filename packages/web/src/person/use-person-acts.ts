import type { Person } from "@perennial/core/candidate/views.ts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { done, failed, undoable } from "../acts/index.tsx";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import type { Routes } from "../api/routes.ts";
import { dropPerson, refreshPeople } from "../talent/refresh.ts";
import { plainDay } from "../words/dates.ts";

/** What of a profile can be changed; `null` takes a detail away. */
export type Edits = Omit<Routes["PUT /v1/candidates/{candidateId}"]["input"], "candidateId" | "revision">;

interface Here {
  readonly cache: QueryClient;
  readonly candidateId: string;
  readonly name: string;
  readonly refresh: () => Promise<void>;
}

/** What a recruiter does about one person. Each refreshes what shows her, and says how to take it back. */
export function usePersonActs(who: Who) {
  return useActsOn()(who);
}

export type PersonActs = ReturnType<typeof usePersonActs>;

export type Who = Pick<Person, "candidateId" | "name">;

/** The same for whoever is pointed at in a list. */
export function useActsOn() {
  const cache = useQueryClient();
  return ({ candidateId, name }: Who) => {
    const refresh = () => refreshPeople(cache, new Set([candidateId]));
    const here: Here = { cache, candidateId, name, refresh };
    return { ...profileActs(here), ...talkActs(here), ...noteActs(here) };
  };
}

const profileActs = ({ cache, candidateId, name, refresh }: Here) => ({
  async edit(fields: Edits, words: string) {
    const before = await change(cache, candidateId, fields);
    await refresh();
    undoable({ words, undo: () => change(cache, candidateId, before).then(refresh) });
  },
  async doNotContact(on: boolean, reason?: string) {
    const set = (value: boolean) =>
      call("POST /v1/candidates/{candidateId}/do-not-contact", {
        candidateId,
        on: value,
        ...(value && reason ? { reason } : {}),
      });
    const { actId } = await set(on);
    await refresh();
    const words = on ? `Nobody writes to ${name} now.` : `${name} may be written to again.`;
    const undo = () => (actId ? takeBack(candidateId, actId) : set(!on));
    undoable({ words, undo: () => undo().then(refresh) });
  },
  async erase(confirm: string) {
    await call("POST /v1/candidates/{candidateId}/erasure", { candidateId, confirm });
    cache.removeQueries({ queryKey: ["person", candidateId] });
    dropPerson(cache, candidateId);
    await cache.invalidateQueries({ queryKey: ["people"] });
  },
});

const talkActs = ({ candidateId, name, refresh }: Here) => ({
  async talked(how: "replied" | "contacted") {
    const { actId } = await call(TALKS[how].route, { candidateId });
    await refresh();
    undoable({
      words: `${name} ${TALKS[how].words}`,
      undo: () => takeBack(candidateId, actId).then(refresh),
    });
  },
  async takeBack(actId: string) {
    await takeBack(candidateId, actId).then(refresh, (error: unknown) =>
      failed("It was not taken back", error),
    );
  },
});

const noteActs = ({ candidateId, refresh }: Here) => ({
  async write(text: string) {
    const { noteId } = await call("POST /v1/candidates/{candidateId}/notes", { candidateId, text });
    await refresh();
    const remove = () =>
      call("POST /v1/candidates/{candidateId}/notes/{noteId}/removal", { candidateId, noteId });
    undoable({ words: "The note is written.", undo: () => remove().then(refresh) });
  },
  async plan(words: string, dueOn: string) {
    await call("POST /v1/candidates/{candidateId}/tasks", { candidateId, words, dueOn });
    await refresh();
    done(`The task is set for ${plainDay(dueOn)}.`);
  },
  async finish(taskId: string, ticked: boolean) {
    const set = (value: boolean) =>
      call("POST /v1/candidates/{candidateId}/tasks/{taskId}/done", { candidateId, taskId, done: value });
    await set(ticked);
    await refresh();
    const words = ticked ? "The task is done." : "The task is open again.";
    undoable({ words, undo: () => set(!ticked).then(refresh) });
  },
});

const TALKS = {
  replied: {
    route: "POST /v1/candidates/{candidateId}/replied",
    words: "replied: the campaigns they were in are ended.",
  },
  contacted: {
    route: "POST /v1/candidates/{candidateId}/contacted",
    words: "was talked with; it is in the timeline.",
  },
} as const;

/** Whatever was noted, its id says which it was. */
const takeBack = (candidateId: string, actId: string) =>
  call("POST /v1/candidates/{candidateId}/replied/{actId}/undo", { candidateId, actId });

/** Changes a profile as it is known here, and answers what takes the change back. */
async function change(cache: QueryClient, candidateId: string, fields: Edits): Promise<Edits> {
  const { queryKey } = queries.person(candidateId);
  const known = cache.getQueryData<Person>(queryKey) ?? (await cache.fetchQuery(queries.person(candidateId)));
  const before = former(known, fields);
  const { revision } = await call("PUT /v1/candidates/{candidateId}", {
    candidateId,
    revision: known.revision,
    ...fields,
  });
  cache.setQueryData<Person>(queryKey, (now) => now && { ...now, revision });
  return before;
}

function former(person: Person, fields: Edits): Edits {
  const known = new Map<string, unknown>(Object.entries({ ...person, owner: person.owner?.recruiterId }));
  return Object.fromEntries(Object.keys(fields).map((field) => [field, known.get(field) ?? null]));
}
