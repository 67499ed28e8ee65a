import { entities } from "../service.ts";

/** Deletes every note about somebody who is erased. */
export async function forget(candidateId: string): Promise<void> {
  const { data } = await entities.note.query.person({ candidateId }).go({ consistent: true, pages: "all" });
  for (const { noteId } of data) await entities.note.delete({ candidateId, noteId }).go();
}
