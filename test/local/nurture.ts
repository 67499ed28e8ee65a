import { SFNClient } from "@aws-sdk/client-sfn";
import { campaignWorkflow, workflow } from "../../infra/index.ts";
import { machineArn, startWorkflows } from "../../packages/local/workflow/index.ts";
import { credentials, openMachine } from "./machine.ts";

export const DAY = 86_400_000;
const workers = [
  { from: 0, to: 31 },
  { from: 32, to: 63 },
];

interface Call {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly trace: string | undefined;
}

/** The real campaign workflow over functions that a test steers. After what was planned every plan sleeps for a day. */
export async function openNurture(left?: string) {
  const machine = await openMachine(left);
  const { clock } = machine;
  const calls: Call[] = [];
  const plans: string[] = [];
  const held = new Map<string, Promise<void>>();
  const broken = new Set<string>();
  const failures: Record<string, number> = {};
  let wakeAt = 0;
  let heard = (_name: string) => {};

  const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
  async function invoke(arn: string, payload: unknown, { trace }: { readonly trace?: string } = {}) {
    const name = arn.slice(arn.lastIndexOf(":") + 1);
    calls.push({ name, payload: payload as Call["payload"], trace });
    heard(name);
    await held.get(name);
    failures[name] = (failures[name] ?? 0) - 1;
    if (broken.has(name) || failures[name] >= 0) throw new TypeError(`${name} is broken`);
    if (name === "campaignOpen") return { next: "plan" };
    if (name !== "campaignPlan") return {};
    const next = plans.shift() ?? "sleep";
    wakeAt = Math.ceil((clock.ms() + DAY) / 1000) * 1000;
    return { next, events: 12, quiet: 0, wakeAt: new Date(wakeAt).toISOString(), workers };
  }
  const machines = [{ name: workflow.name, definition: campaignWorkflow(functionArn) }];
  const workflows = await startWorkflows({ machines, invoke, ...machine });
  clock.watch(workflows);
  const client = new SFNClient({
    endpoint: workflows.endpoint,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
  async function stop() {
    client.destroy();
    await workflows.stop();
  }
  return {
    clock,
    workflows,
    client,
    send: client.send.bind(client) as SFNClient["send"],
    calls,
    /** Functions that always fail, and how often others do so first. */
    broken,
    failures,
    dir: machine.dir,
    arn: machineArn(workflow.name),
    functionArn,
    execution: (name: string) => `arn:aws:states:us-east-1:000000000000:execution:${workflow.name}:${name}`,
    names: () => calls.map((call) => call.name),
    plans: (...next: string[]) => void plans.push(...next),
    wakeAt: () => wakeAt,
    /** Tells of every call as it begins. */
    called(hear: (name: string) => void) {
      heard = hear;
    },
    /** Keeps a function from answering until the returned function is called. */
    hold(name: string) {
      const gate = Promise.withResolvers<void>();
      held.set(name, gate.promise);
      return gate.resolve;
    },
    /** Stops and leaves the directory for the next one. */
    async close() {
      await stop();
      await machine.close();
    },
    async remove() {
      await stop();
      await machine.remove();
    },
  };
}
export type Nurture = Awaited<ReturnType<typeof openNurture>>;
