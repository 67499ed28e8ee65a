import type { FunctionName } from "../functions.ts";
import { type Asl, invoking, PatientRetry } from "./campaign.ts";

const Catch = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "Fail" }];

/** What every task is told: which import, which attempt at it, and the trace it goes on. */
const whole = { "importId.$": "$.importId", "attempt.$": "$.attempt", "trace.$": "$.trace" };

/**
 * Reads an import in: the file is cut into parts, the parts are read side by side, and what came of them is summed up. Input:
 * `{ importId, attempt, trace }`. A part that was cut off is read again without writing anything twice.
 * @param arnOf the ARN of a function, as AWS or the laptop names it
 */
export function importWorkflow(arnOf: (name: FunctionName) => string): Asl {
  const invoke = invoking(arnOf);
  return {
    Comment: "One import. What became of each part is an item; this only goes from part to part.",
    StartAt: "Prepare",
    States: {
      Prepare: {
        ...invoke("importPrepare", whole),
        ResultSelector: { "parts.$": "$.Payload.parts" },
        ResultPath: "$.plan",
        Catch,
        Next: "Parts",
      },
      Parts: {
        Type: "Map",
        ItemsPath: "$.plan.parts",
        ItemSelector: { ...whole, "part.$": "$$.Map.Item.Value" },
        MaxConcurrency: 4,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Part",
          States: { Part: { ...invoke("importPart", { ...whole, "part.$": "$.part" }), End: true } },
        },
        ResultPath: null,
        Catch,
        Next: "Finish",
      },
      Finish: { ...invoke("importFinish", whole), ResultPath: null, Catch, Next: "Finished" },
      Finished: { Type: "Succeed" },
      Fail: {
        ...invoke("importFail", { ...whole, "error.$": "$.error" }),
        Retry: PatientRetry,
        ResultPath: null,
        Next: "Failed",
      },
      Failed: {
        Type: "Fail",
        Error: "ImportFailed",
        Cause: "The import is marked failed; its page says why.",
      },
    },
  };
}

export const importing = { name: "perennial-import", type: "STANDARD" } as const;
