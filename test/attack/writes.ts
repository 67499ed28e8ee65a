import { client } from "../../packages/core/table.ts";

const READS = /^(Get|BatchGet|Query|Scan|TransactGet)/;

/** What changed the table while something ran: each write that DynamoDB accepted, by the name of its command. */
export async function writesOf<T>(run: () => Promise<T>): Promise<{ answer: T; writes: readonly string[] }> {
  const writes: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const done = await next(args);
        if (!READS.test(commandName)) writes.push(commandName);
        return done;
      },
    { step: "initialize", name: "writes", override: true },
  );
  const answer = await run().finally(() => client.middlewareStack.remove("writes"));
  return { answer, writes };
}
