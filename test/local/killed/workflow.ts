import { writeSync } from "node:fs";
import { StartExecutionCommand } from "@aws-sdk/client-sfn";
import { openNurture } from "../nurture.ts";

/** Starts a campaign and is killed while its first worker runs. */
const nurture = await openNurture(process.argv[2]);
nurture.plans("advance");
nurture.heard.call = (name) => {
  writeSync(1, `${name}\n`);
  if (name === "campaignAdvance") process.kill(process.pid, "SIGKILL");
};
const input = JSON.stringify({ campaignId: "cmp_1", epoch: 1, run: 1, trace: "trc_1" });
await nurture.send(new StartExecutionCommand({ stateMachineArn: nurture.arn, name: "cmp_1-1-1", input }));
setInterval(() => undefined, 1000);
