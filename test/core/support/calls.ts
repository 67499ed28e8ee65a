import { client } from "../../../packages/core/table.ts";

/** How often each command goes to DynamoDB while the act runs, and how many keys its batches name. */
export async function calls(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const made: Record<string, number> = {};
  const one = (name: string, by = 1) => {
    made[name] = (made[name] ?? 0) + by;
  };
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        one(commandName);
        const { RequestItems = {} } = args.input as { RequestItems?: Record<string, { Keys?: unknown[] }> };
        for (const { Keys = [] } of Object.values(RequestItems)) one("keys", Keys.length);
        return next(args);
      },
    { step: "initialize", name: "calls", override: true },
  );
  await act().finally(() => client.middlewareStack.remove("calls"));
  return made;
}

/** How many items DynamoDB looks at while the act runs, whether or not it hands them over. */
export async function looked(act: () => Promise<unknown>): Promise<number> {
  let items = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const done = await next(args);
      items += (done.output as { ScannedCount?: number }).ScannedCount ?? 0;
      return done;
    },
    { step: "initialize", name: "looked", override: true },
  );
  await act().finally(() => client.middlewareStack.remove("looked"));
  return items;
}
