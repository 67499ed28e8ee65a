import { startCloud } from "../../packages/local/cloud.ts";
import { crowd } from "../flows/support/crowd.ts";
import { settle } from "../flows/support/launch.ts";
import { signIn } from "../flows/support/recruiter.ts";

/** An organisation and its people in an empty directory, without going through their sign-up one by one. */
export async function fill(data: string, people: number): Promise<void> {
  const cloud = await startCloud({ port: 0, data });
  await settle(await signIn(cloud, "ana"));
  await crowd(people);
  await cloud.clock.settled();
  await cloud.stop();
}
