import { entities } from "../service.ts";

/** Deletes every task about somebody who is erased. */
export async function forget(candidateId: string): Promise<void> {
  const { data } = await entities.task.query.person({ candidateId }).go({ consistent: true, pages: "all" });
  for (const { taskId } of data) await entities.task.delete({ candidateId, taskId }).go();
}
