import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FunctionSpec } from "../../infra/functions.ts";
import { campaignWorkflow, functions, importing, importWorkflow, workflow } from "../../infra/index.ts";
import type { Asl } from "../../infra/workflows/campaign.ts";
import type { Trace } from "../../packages/local/trail/index.ts";
import type { Stage } from "./stage.ts";

/** What the whole suite did, as every process of it wrote it down. */
export async function readTrail(directory: string): Promise<Trace[]> {
  const files = await readdir(directory);
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), "utf8")));
  const lines = new Set(texts.flatMap((text) => text.split("\n").filter(Boolean)));
  return [...lines].map((line) => JSON.parse(line) as Trace);
}

/** Every state of the workflows, those inside of a Map too, as `machine state`. */
function statesOf(name: string, { States }: Pick<Asl, "States">): string[] {
  return Object.entries(States).flatMap(([state, { ItemProcessor }]) => [
    `${name} ${state}`,
    ...(ItemProcessor ? statesOf(name, ItemProcessor as Asl) : []),
  ]);
}

const states = () => [
  ...statesOf(
    workflow.name,
    campaignWorkflow((name) => name),
  ),
  ...statesOf(
    importing.name,
    importWorkflow((name) => name),
  ),
];

/** `function action`, for each action that `infra/functions.ts` grants. */
const granted = () =>
  Object.entries<FunctionSpec>(functions).flatMap(([name, { grants }]) =>
    grants.flatMap(({ actions }) => actions.map((action) => `${name} ${action}`)),
  );

export interface Judged {
  readonly passed: number;
  /** Calls that AWS would have refused, and states that nothing came to. */
  readonly problems: readonly string[];
  /** Grants that nothing needed. */
  readonly unused: readonly string[];
}

/** Holds what was done against what `infra/` says. */
export function judge(traces: readonly Trace[]): Judged {
  const done = (kind: Trace[0]) =>
    new Set(traces.filter(([it]) => it === kind).map(([, name, what]) => `${name} ${what}`));
  const [calls, reached, may] = [done("call"), done("state"), new Set(granted())];
  const refused = [...calls].filter((call) => !may.has(call));
  const unreached = states().filter((state) => !reached.has(state));
  return {
    passed: calls.size - refused.length + states().length - unreached.length,
    problems: [
      ...refused.map((call) => `${call}: called, and not granted in infra/functions.ts`),
      ...unreached.map((state) => `${state}: no test comes to this state`),
    ],
    unused: [...may].filter((grant) => !calls.has(grant)),
  };
}

/** The last stage of the proof: what the suite did on AWS's services is what its functions may do, and all of its workflows was seen. */
export async function trailed(directory: string): Promise<Stage> {
  const { passed, problems, unused } = judge(await readTrail(directory));
  const grants = unused.length > 0 ? `Granted and not used by any test: ${unused.join(", ")}\n` : "";
  process.stdout.write(grants);
  return { passed, failed: problems.length, detail: problems.join("\n") };
}
