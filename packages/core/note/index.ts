export * as Note from "./index.ts";

import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Id, newId } from "../id.ts";
import { entities } from "../service.ts";

const Key = z.strictObject({ candidateId: Id("cnd"), noteId: Id("nte") });

/** Several lines, so not a `Line`: what is pasted may hold anything but half characters. */
const Text = z
  .string()
  .trim()
  .min(1, "Write something")
  .max(10_000)
  .refine((text) => text.isWellFormed(), "Holds broken characters");

/** Writes a note about somebody. Only under somebody who is there: erasing her waits for nobody's pen. */
export const write = fn(
  z.strictObject({ candidateId: Id("cnd"), text: Text }),
  async ({ candidateId, text }): Promise<{ noteId: string }> => {
    Actor.assert("people.write");
    const item = { noteId: newId("nte"), candidateId, text, recruiterId: author(), at: Clock.iso() };
    const there = await once(({ candidate, note }) => [
      candidate
        .check({ candidateId })
        .where((it, op) => op.exists(it.name))
        .commit(),
      note.create(item).commit(),
    ]);
    if (there) return { noteId: item.noteId };
    throw new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");
  },
);

/** Takes back a note of one's own. */
export const remove = fn(Key, async (key): Promise<{ removed: true }> => {
  Actor.assert("people.write");
  const { data: item } = await entities.note.get(key).go({ consistent: true });
  if (!item) throw new AppError("missing", "note.missing", "There is no such note any more");
  if (item.recruiterId !== author())
    throw new AppError("forbidden", "note.not_yours", "Only who wrote a note can take it back");
  await entities.note.delete(key).go();
  return { removed: true };
});

function author(): string {
  const acting = Actor.use();
  return acting.kind === "visitor" ? "" : acting.id;
}
