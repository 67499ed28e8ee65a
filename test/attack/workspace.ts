import { Actor } from "../../packages/core/actor.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Import } from "../../packages/core/import/index.ts";
import { Note } from "../../packages/core/note/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { Task } from "../../packages/core/task/index.ts";
import { draft, template } from "../core/support/audience.ts";
import { member, requests } from "../core/support/people.ts";
import type { table } from "../core/support/table.ts";

const everybody = { kind: "all" as const, rules: [] };

/** Runs as the colleague who signs in with this `sub`. */
function as<R>(sub: string, run: () => R): R {
  const named = { role: "admin" as const, name: sub, email: `${sub}@acme.example` };
  return Actor.run({ kind: "recruiter", id: sub, ...named, trace: newId("trc") }, run);
}

/** One of everything that a path can name, by the name it has there: what the colleague with this `sub` made. */
export async function belongings(here: ReturnType<typeof table>, sub: string, email: string) {
  const candidateId = await member(here, email, { name: "Ada" });
  const [request = ""] = await requests(candidateId);
  const made = await as(sub, async () => ({
    ...(await Note.write({ candidateId, text: "Hello" })),
    ...(await Task.set({ candidateId, words: "Call", dueOn: "2026-03-02" })),
    ...(await Import.open({ fileName: "people.csv", bytes: 20 })),
    ...(await Segment.create({ name: "Nurses", rule: everybody })),
  }));
  const { campaignId } = await draft(
    [{ stepId: "hello", kind: "email", templateId: await template(), hours: "any" }],
    everybody,
  );
  const { noteId, taskId, importId, segmentId } = made;
  const templateId = await template();
  return { candidateId, noteId, taskId, importId, segmentId, campaignId, templateId, actId: request };
}

export type Belongings = Readonly<Record<keyof Awaited<ReturnType<typeof belongings>>, string>>;

/** What a route's input may name, besides what it makes up. */
export const knownOf = (mine: Belongings): Readonly<Record<string, readonly unknown[]>> => ({
  ...Object.fromEntries(Object.entries(mine).map(([name, id]) => [name, [id]])),
  candidateIds: [mine.candidateId],
  formId: [COMMUNITY],
  revision: [1, 2],
});

/** A path with what it names. */
export const filledIn = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `there-is-no-${name}`);
