import { type DynamoDbOptions, type OpenDynamoDb, startDynamoDb } from "./index.ts";
import { takeShortWay } from "./short-way.ts";
import { leaveUnsigned } from "./unsigned.ts";
import type { Reply } from "./wire.ts";

interface NearOptions extends DynamoDbOptions {
  /** Where the functions believe it to be; its own endpoint if absent. */
  readonly endpoint?: string;
}

/** The table beside the functions that call it, in one thread: their requests reach it without a socket and a signature. */
export async function startNear({ endpoint, ...options }: NearOptions): Promise<OpenDynamoDb> {
  leaveUnsigned();
  const table = await startDynamoDb(options);
  const leave = takeShortWay(endpoint ?? table.endpoint, yielding(table.reply));
  return { ...table, stop: () => table.stop().finally(leave) };
}

/** Lets all others have their turn before each answer, as a socket does: a loop of reads must not hold up timers. */
const yielding =
  (reply: Reply): Reply =>
  async (target, text) => {
    await new Promise((resolve) => setImmediate(resolve));
    return reply(target, text);
  };
