import { client } from "../../../packages/core/table.ts";

type Send = () => Promise<unknown>;
interface Command {
  readonly name: string;
  /** Its input as JSON, to look for what it is about. */
  readonly text: string;
}

/** While the act runs, the first command to DynamoDB that is `meant` goes through `instead`; answers what became of the act. */
export async function intercept<T>(
  meant: (command: Command) => boolean,
  instead: (send: Send) => Promise<unknown>,
  act: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  let waiting = true;
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        const send = () => next(args);
        if (!waiting || !meant({ name: commandName, text: JSON.stringify(args.input) })) return send();
        waiting = false;
        return instead(send) as ReturnType<typeof send>;
      },
    { step: "initialize", name: "intercept", override: true },
  );
  const [done] = await Promise.allSettled([act()]);
  client.middlewareStack.remove("intercept");
  if (waiting) throw new Error("The act sent nothing of the kind");
  return done;
}

/** DynamoDB does not answer. */
export const outage = async () => {
  throw Object.assign(new Error("No answer"), { name: "TimeoutError", $metadata: {} });
};
