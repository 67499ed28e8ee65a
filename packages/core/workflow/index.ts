export * as Workflow from "./index.ts";

import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { Actor } from "../actor.ts";
import type { Position, Steering } from "../campaign/events.ts";
import { Config } from "../config.ts";

const client = new SFNClient({ maxAttempts: 4 });

/** One execution a campaign, epoch and run: its name follows, so starting it twice starts it once. */
const nameOf = (campaignId: string, { epoch, run }: Position) => `${campaignId}-${epoch}-${run}`;

/** Does what an event in the log asks of the workflow: stop the earlier execution, start the next. Safe to do twice. */
export async function steer({ campaignId, start, stop }: Steering): Promise<void> {
  if (stop) await stopExecution(nameOf(campaignId, stop));
  if (start) await startExecution(Config.workflowArn(), nameOf(campaignId, start), { campaignId, ...start });
}

/** Starts the execution that reads an import in: one an attempt. */
export const readIn = ({ importId, attempt }: { importId: string; attempt: number }): Promise<void> =>
  startExecution(Config.importWorkflowArn(), `${importId}-${attempt}`, { importId, attempt });

async function startExecution(
  stateMachineArn: string,
  name: string,
  input: Record<string, unknown>,
): Promise<void> {
  const command = new StartExecutionCommand({
    stateMachineArn,
    name,
    input: JSON.stringify({ ...input, trace: Actor.trace() }),
  });
  await client.send(command).catch(unless(ExecutionAlreadyExists));
}

async function stopExecution(name: string): Promise<void> {
  const executionArn = `${Config.workflowArn().replace(":stateMachine:", ":execution:")}:${name}`;
  const command = new StopExecutionCommand({ executionArn, cause: "The campaign went on to another epoch" });
  await client.send(command).catch(unless(ExecutionDoesNotExist));
}

const unless = (kind: typeof ExecutionAlreadyExists | typeof ExecutionDoesNotExist) => (error: unknown) => {
  if (!(error instanceof kind)) throw error;
};
