import { liftQuota, type Machine, machine } from "../bench/machine.ts";
import { fill } from "../bench/on-pool.ts";
import { openForm } from "../flows/support/candidate.ts";
import { launch, template } from "../flows/support/launch.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { steer } from "../flows/support/steer.ts";

/** The product with a campaign of one mail to everybody under way, and a form that was opened long enough ago. */
export interface Scene {
  readonly here: Machine;
  readonly stamp: string;
  /** Stops the campaign, lets the product do what is left, and ends it. */
  end(): Promise<void>;
}

export async function scene(data: string, people: number): Promise<Scene> {
  await fill(data, { people });
  const here = await machine(data);
  await liftQuota(here);
  const stamp = await openForm(here);
  await here.clock.moveTo(here.clock.ms() + TYPING_MS);
  const campaignId = await begin(here);
  const end = async () => {
    await steer(here, campaignId, "stop");
    await here.clock.settled();
    await here.end();
  };
  return { here, stamp, end };
}

/** Nobody fills in a form in no time. */
const TYPING_MS = 5000;
const GLANCE_MS = 500;

/** Launches it. Resolves when its first mail is in somebody's mailbox: until then it is only dealt out. */
async function begin(here: Machine): Promise<string> {
  const ana = await signIn(here, "ana");
  const templateId = await template(ana, "hello");
  const campaignId = await launch(ana, "Hello", [{ stepId: "one", kind: "email", templateId, hours: "any" }]);
  for (;;) {
    const newest = await fetch(`${here.consoleUrl}/api/inbox?limit=1`);
    if (((await newest.json()) as readonly unknown[]).length > 0) return campaignId;
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
  }
}
