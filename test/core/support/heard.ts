import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { context } from "../../functions/support/request.ts";

type Handler = (event: SQSEvent, given: typeof context) => Promise<SQSBatchResponse>;
type Item = Record<string, unknown>;

/** Has a subscriber hear entries of the log as the bus tells them, in one batch. Answers how many come again. */
export async function hear(handler: unknown, entries: readonly Item[]): Promise<number> {
  const Records = entries.map((detail, index) => {
    const told = { id: String(index), source: "perennial", time: String(detail.at), detail };
    const body = JSON.stringify({ ...told, "detail-type": detail.type });
    return { messageId: String(index), body } as SQSRecord;
  });
  return (await (handler as Handler)({ Records }, context)).batchItemFailures.length;
}
