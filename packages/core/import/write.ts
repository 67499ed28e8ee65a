import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import { AppError, type Problem } from "../error.ts";
import { fn } from "../fn.ts";
import { newId } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import { entities } from "../service.ts";
import { Line } from "../text.ts";
import { dialectOf } from "./dialect.ts";
import { Events } from "./events.ts";
import * as Files from "./files.ts";
import { ImportId, type Info, LARGEST, Mapping, REPEATABLE, type Target } from "./import.schema.ts";
import { preview } from "./preview.ts";
import { get, one, progress } from "./read.ts";
import { headerOf, named } from "./reading.ts";
import type { Opened, Preview } from "./views.ts";

const Opening = z.strictObject({
  fileName: Line(200),
  bytes: z
    .int()
    .min(1, "This file is empty")
    .max(LARGEST, "A file may have 50 MB. Split it, and import one after the other."),
});

/** Opens an import: the file goes straight to the bucket, to the address answered. */
export const open = fn(Opening, async ({ fileName, bytes }): Promise<Opened> => {
  Actor.assert("people.import");
  const importId = newId("imp");
  const acting = Actor.use();
  const by =
    acting.kind === "recruiter" ? { id: acting.id, name: acting.name } : { id: "system", name: "Perennial" };
  const createdAt = Clock.iso();
  await entities.import.create({ importId, fileName, bytes, state: "draft", by, createdAt }).go();
  return { importId, upload: await Files.upload(importId, bytes) };
});

const WithRevision = z.strictObject({ importId: ImportId, revision: z.int() });

/** Says what the columns are and on what ground people may be written to; answers what would come of it. */
export const map = fn(
  Mapping.extend(WithRevision.shape),
  async ({ importId, revision, ...mapping }): Promise<{ preview: Preview; revision: number }> => {
    Actor.assert("people.import");
    const { state } = await expect({ importId, revision }, "draft");
    const bytes = await Files.file(importId);
    const dialect = dialectOf(bytes);
    const columns = named((await headerOf(bytes, dialect)).cells);
    refuse([...gapsIn(mapping), ...(columns.length === mapping.columns.length ? [] : [otherFile])]);
    const found = await preview(bytes, dialect, mapping);
    await commit(({ import: imports }) => [
      imports
        .patch({ importId })
        .set({ mapping, columns, dialect, revision: revision + 1 })
        .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, state)}`)
        .commit(),
    ]);
    return { preview: found, revision: revision + 1 };
  },
);

const otherFile = { field: "columns", message: "The file has other columns now. Reload the page." };

/** What is still to be decided before anybody can be read from the file. */
function gapsIn({ columns, ground }: Mapping): Problem[] {
  const has = (target: Target) => columns.includes(target);
  const twice = columns.filter((target, at) => !REPEATABLE.has(target) && columns.indexOf(target) !== at);
  const gaps: [boolean, string, string][] = [
    [
      !has("name") && !has("firstName") && !has("lastName"),
      "columns",
      "Choose the column that holds the name",
    ],
    [twice.length > 0, "columns", `Only one column can be the ${twice[0]}`],
    [ground.by === "column" && !has("ground"), "ground", "Choose the column that holds the ground"],
    [
      ground.by === "legitimate_interest" && !ground.source && !has("source"),
      "source",
      "Say where the data is from: the first mail has to tell",
    ],
    [
      ground.by === "consent" && !ground.consentOn && !has("consentOn"),
      "consentOn",
      "Say when consent was given",
    ],
    [
      ground.by === "consent" && !ground.consentPlace && !has("consentPlace"),
      "consentPlace",
      "Say where consent was given",
    ],
    [Boolean(ground.consentOn && ground.consentOn > Clock.iso()), "consentOn", "This day is still to come"],
  ];
  return gaps.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}

function refuse(problems: readonly Problem[]) {
  if (problems.length === 0) return;
  throw new AppError(
    "invalid",
    "import.incomplete",
    problems.map(({ message }) => message).join(". "),
    problems,
  );
}

async function expect(
  { importId, revision }: z.output<typeof WithRevision>,
  ...states: Info["state"][]
): Promise<Info> {
  const found = await get(importId);
  if (found.revision === revision && states.includes(found.state)) return found;
  throw new AppError(
    "conflict",
    "changed.meanwhile",
    "This import was changed meanwhile. Reload and try again.",
  );
}

/** Begins to read the people in, or goes on where it failed or stopped: the workflow follows from the event. */
export const start = fn(WithRevision, async ({ importId, revision }) => {
  Actor.assert("people.import");
  const info = await expect({ importId, revision }, "draft", "failed", "running");
  const { mapping, attempt, state } = info;
  if (state === "running" && !(await progress(info)).stopped)
    throw new AppError("conflict", "import.running", "This import is running. It goes on by itself.");
  await Files.expectThere(info);
  // The ledger names the controller.
  await Organisation.required();
  if (!mapping) throw new AppError("blocked", "import.unmapped", "Say first what the columns are");
  const next = { attempt: attempt + 1, revision: revision + 1, startedAt: Clock.iso() };
  await commit(({ import: imports, event }) => [
    imports
      .patch({ importId })
      .set({ state: "running", ...next })
      .remove(["failure"])
      .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, state)}`)
      .commit(),
    event.create(Events.Started({ importId, attempt: attempt + 1 })).commit(),
  ]);
  return one({ importId });
});

/** Takes a file away that nobody was read from. */
export const remove = fn(WithRevision, async ({ importId, revision }): Promise<{ removed: true }> => {
  Actor.assert("people.import");
  await expect({ importId, revision }, "draft");
  await commit(({ import: imports, event }) => [
    imports
      .remove({ importId })
      .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, "draft")}`)
      .commit(),
    event.create(Events.Removed({ importId })).commit(),
  ]);
  await Files.clear(importId, 0);
  return { removed: true };
});
