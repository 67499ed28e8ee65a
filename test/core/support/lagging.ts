import { client } from "../../../packages/core/table.ts";

interface Rows {
  readonly Items?: { campaignId?: string; state?: string }[];
}

/** Shows campaigns in states they had a moment ago, as an index may, while something happens. */
export async function lagging<T>(
  states: Readonly<Record<string, string>>,
  act: () => Promise<T>,
): Promise<T> {
  const shown = new Set<string>();
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName !== "QueryCommand") return answer;
        for (const row of (answer.output as Rows).Items ?? []) {
          const state = states[row.campaignId ?? ""];
          if (!state || !row.state) continue;
          row.state = state;
          shown.add(state);
        }
        return answer;
      },
    { step: "initialize", priority: "high", name: "lagging", override: true },
  );
  const done = await act().finally(() => client.middlewareStack.remove("lagging"));
  if (shown.size === 0) throw new Error("Nobody read these campaigns from an index");
  return done;
}
