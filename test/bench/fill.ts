import { startCloud } from "../../packages/local/cloud.ts";
import { crowd } from "../flows/support/crowd.ts";
import { settle } from "../flows/support/launch.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { until } from "./pool.ts";
import { somebody } from "./somebody.ts";

// node fill.ts DIR PEOPLE [sample]
const [data = "", people = "0", sample] = process.argv.slice(2);

const cloud = await startCloud({ port: 0, data });
const ana = await signIn(cloud, "ana");
await settle(ana);
await crowd(Number(people), somebody);
if (sample !== undefined) await laid(ana);
await cloud.clock.settled();
await cloud.stop();
process.exit(0);

/** The sample workspace, whole. */
async function laid(who: Recruiter): Promise<void> {
  await who.call("POST", "/v1/sample", {});
  await until("the sample is laid out", async () => {
    const { body } = await who.call<{ state: string }>("GET", "/v1/sample");
    return body.state === "there";
  });
}
