import { client } from "../../../packages/core/table.ts";

/** Lets something else happen in the very gap between what an act reads and the first transaction it writes. */
export async function meanwhile<T>(other: () => Promise<unknown>, act: () => Promise<T>): Promise<T> {
  let waiting = true;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (!waiting || commandName !== "TransactWriteItemsCommand") return next(args);
        waiting = false;
        await other();
        return next(args);
      },
    { step: "initialize", name: "meanwhile", override: true },
  );
  const done = await act().finally(() => client.middlewareStack.remove("meanwhile"));
  if (waiting) throw new Error("The act wrote nothing, so nothing came in between");
  return done;
}
