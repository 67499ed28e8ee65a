import { CreateStateMachineCommand, DeleteStateMachineCommand } from "@aws-sdk/client-sfn";
import type { Place } from "../place.ts";
import type { Undo } from "../remote.ts";

interface Machine {
  readonly name: string;
  readonly roleArn: string;
  readonly definition: string;
}

/** A Standard workflow; deleting it ends what still runs. Answers its ARN. */
export async function makeMachine(
  { sfn }: Pick<Place, "sfn">,
  machine: Machine,
  undo: Undo,
): Promise<string> {
  const { stateMachineArn = "" } = await sfn.send(
    new CreateStateMachineCommand({ ...machine, type: "STANDARD" }),
  );
  undo(() => sfn.send(new DeleteStateMachineCommand({ stateMachineArn })));
  return stateMachineArn;
}
