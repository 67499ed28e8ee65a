import { entities } from "../service.ts";

/** One event of a person as it is in the log, read strongly; undefined where it never happened. */
export async function read(candidateId: string, eventId: string) {
  const { data } = await entities.event.get({ candidateId, eventId }).go({ consistent: true });
  return data ?? undefined;
}
