import type { Context } from "aws-lambda";
import type { FunctionSpec } from "../../../infra/functions.ts";

/** What a Node handler on Lambda finds as its context, without the callbacks that Node 24 no longer has. */
export type InvocationContext = Omit<Context, "done" | "fail" | "succeed">;

export interface Invocation {
  readonly name: string;
  readonly arn: string;
  readonly spec: FunctionSpec;
  /** The request id. */
  readonly id: string;
}

/** @param deadline epoch milliseconds of the machine's clock: an invocation's time is real, whatever the movable one shows */
export function contextOf({ name, arn, spec, id }: Invocation, deadline: number): InvocationContext {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: arn,
    memoryLimitInMB: String(spec.memory),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
