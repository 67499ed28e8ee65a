import { SFNClient } from "@aws-sdk/client-sfn";
import { campaignWorkflow, workflow } from "../../infra/index.ts";
import type { MovableClock } from "../../packages/local/clock/index.ts";
import { machineArn, startWorkflows } from "../../packages/local/workflow/index.ts";
import { credentials, openMachine } from "./machine.ts";

export const DAY = 86_400_000;
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

/** The real campaign workflow over functions that a test steers. */
export async function openNurture(left?: string) {
  const machine = await openMachine(left);
  const functions = campaignFunctions(machine.clock);
  const machines = [{ name: workflow.name, definition: campaignWorkflow(functionArn) }];
  const workflows = await startWorkflows({ machines, invoke: functions.invoke, ...machine });
  machine.clock.watch(workflows);
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
    ...functions,
    workflows,
    send: client.send.bind(client) as SFNClient["send"],
    clock: machine.clock,
    dir: machine.dir,
    arn: machineArn(workflow.name),
    functionArn,
    execution: (name: string) => `arn:aws:states:us-east-1:000000000000:execution:${workflow.name}:${name}`,
    /** Stops and leaves the directory for the next one. */
    close: () => stop().then(machine.close),
    remove: () => stop().then(machine.remove),
  };
}
export type Nurture = Awaited<ReturnType<typeof openNurture>>;

interface Call {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly trace: string | undefined;
}

/** The campaign's functions. After what was planned, every plan sleeps for a day. */
function campaignFunctions(clock: MovableClock) {
  const calls: Call[] = [];
  const plans: string[] = [];
  const held = new Map<string, Promise<void>>();
  const broken = new Set<string>();
  const failures: Record<string, number> = {};
  const heard = { call: (_name: string) => {} };
  let wakeAt = 0;

  function plan() {
    wakeAt = Math.ceil((clock.ms() + DAY) / 1000) * 1000;
    const workers = [
      { from: 0, to: 31 },
      { from: 32, to: 63 },
    ];
    return {
      next: plans.shift() ?? "sleep",
      events: 12,
      quiet: 0,
      empty: 0,
      wakeAt: new Date(wakeAt).toISOString(),
      workers,
    };
  }
  async function invoke(arn: string, payload: unknown, { trace }: { readonly trace?: string } = {}) {
    const name = arn.slice(arn.lastIndexOf(":") + 1);
    calls.push({ name, payload: payload as Call["payload"], trace });
    heard.call(name);
    await held.get(name);
    failures[name] = (failures[name] ?? 0) - 1;
    if (broken.has(name) || failures[name] >= 0) throw new TypeError(`${name} is broken`);
    return name === "campaignPlan" ? plan() : { next: "plan", wakeAt: clock.iso(), parts: [] };
  }
  return {
    invoke,
    calls,
    names: () => calls.map((call) => call.name),
    plans: (...next: string[]) => void plans.push(...next),
    wakeAt: () => wakeAt,
    /** Functions that always fail, how often others do so first, and who hears of every call as it begins. */
    ...{ broken, failures, heard },
    /** Keeps a function from answering until the returned function is called. */
    hold(name: string) {
      const gate = Promise.withResolvers<void>();
      held.set(name, gate.promise);
      return gate.resolve;
    },
  };
}
