import { Clock } from "@perennial/core/clock.ts";
import { startCloud } from "../cloud.ts";
import { invocation } from "../meter/invocation.ts";
import { chance } from "./chance.ts";
import { unsettle } from "./deliveries.ts";
import { strikeWith } from "./hook.ts";
import { lagWith } from "./lag.ts";
import { Plan } from "./plan.ts";
import { recorder } from "./record.ts";
import { createStriker } from "./striker.ts";

/** The product as a process in which things go wrong: PORT DATA PLAN, the plan as JSON. */
const [port, data = "", json = "{}"] = process.argv.slice(2);
const plan = Plan.parse(JSON.parse(json));
const crash = () => process.kill(process.pid, "SIGKILL");

let ms = Date.now;
const clock = { ms: () => ms(), iso: () => new Date(ms()).toISOString() };
const record = recorder(data, clock, plan.life);
const striker = createStriker({ plan, record, clock, crash });
strikeWith(striker);
lagWith({ seed: plan.seed, most: plan.lagMs, clock });

// All in this thread, where faults can look on.
const cloud = await startCloud({ port: Number(port), data });
ms = cloud.clock.ms;
// Whoever kills it tells nobody: the next life does.
if (plan.life > 0)
  record.fault({ kind: "killed", by: "machine", what: "started again", nth: plan.life, ids: [] });
unsettle(cloud.services.queues, plan, record);
// Each function runs on a machine of its own, whose clock is a little off; the services' clock is the true one.
const skewOf = (name: string) =>
  Math.round((2 * chance(plan.seed, plan.life, "skew", name) - 1) * plan.skewMs);
Clock.use(() => cloud.clock.ms() + skewOf(invocation()?.name ?? "outside"));
// What a late call does belongs to the moment at which it was made: the clock waits for it.
cloud.clock.watch({
  nextDue: async () => undefined,
  idle: async () => !striker.busy(),
  stop: async () => undefined,
});
// Nobody is left behind: it ends with whoever started it.
process.stdin.on("end", crash).resume();
process.stdout.write("ready\n");
