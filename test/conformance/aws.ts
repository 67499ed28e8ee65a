import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "./place.ts";
import { openRemote } from "./remote.ts";

const NOWHERE = { dynamodb: undefined, ses: undefined, bus: undefined, sqs: undefined, sfn: undefined };

export const AWS = `This makes, calls and deletes real resources with the credentials of this environment: a table, two queues, a bus with a rule,
a configuration set, two state machines, all named conformance-*, and one address on the suppression list. It sends mails to
SES's mailbox simulator. It costs a few cents and takes some minutes. Needed besides credentials and AWS_REGION:
  CONFORMANCE_SENDER  an address that SES has verified in this region
  CONFORMANCE_ROLE    the ARN of a role that states.amazonaws.com may assume; it needs no permission`;

const RULE_MS = 60_000;

/** A real account, by the SDK's own configuration. Throws, naming what is missing. */
export async function openAws(): Promise<Place> {
  const [sender, role] = [process.env.CONFORMANCE_SENDER, process.env.CONFORMANCE_ROLE];
  if (!sender || !role) throw new Error("CONFORMANCE_SENDER and CONFORMANCE_ROLE are not set");
  const place = await openRemote({ endpoints: NOWHERE, role, sender, introduce: false });
  // A new rule takes a while to be followed (EventBridge API reference, PutRule).
  await wait(RULE_MS);
  return place;
}
