import { client } from "../../../packages/core/table.ts";

/** What an act does on what it read: a transaction, or a claim, which begins at her gate. */
const acts = (command: string | undefined, input: object) =>
  command === "TransactWriteItemsCommand" ||
  (command === "UpdateItemCommand" && JSON.stringify(input).includes('"sk":"$person#gate'));

/** Lets something else happen in the very gap between what an act reads and the first thing it does. */
export async function meanwhile<T>(other: () => Promise<unknown>, act: () => Promise<T>): Promise<T> {
  let waiting = true;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (!waiting || !acts(commandName, args.input)) return next(args);
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
