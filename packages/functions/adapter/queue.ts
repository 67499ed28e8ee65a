import middy from "@middy/core";
import { Actor } from "@perennial/core/actor.ts";
import { newId } from "@perennial/core/id.ts";
import { abreast } from "@perennial/core/lanes.ts";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { faultOf, logger } from "./logger.ts";

/** An event as the bus puts it on a queue. */
const Envelope = z.object({
  id: z.string(),
  source: z.string(),
  "detail-type": z.string(),
  time: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/**
 * A report of SES as a topic delivers it raw: the same as on the bus, without an envelope (SES guide, "Contents of event data
 * that Amazon SES publishes to Amazon SNS"). Bounces and complaints come this way a second time.
 */
const Bare = z.looseObject({ eventType: z.string(), mail: z.looseObject({ timestamp: z.string() }) });

/**
 * Reads a queue, one event after the other or so many of a batch side by side; what fails is reported by itself and comes again. A
 * queue has no order: two events of one person may be read at once by two batches as well as by one.
 */
export const queue = (job: string, run: (envelope: Envelope) => Promise<unknown>, lanes = 1) =>
  queueSharing(job, async () => undefined, run, lanes);

/** The same with something that all events of a batch need, done once; without it the whole batch fails. */
export function queueSharing<T>(
  job: string,
  share: (envelopes: readonly Envelope[]) => Promise<T>,
  run: (envelope: Envelope, shared: T) => Promise<unknown>,
  lanes = 1,
) {
  return batches(job, async (records) => {
    const failed: string[] = [];
    const shared = await Actor.run({ kind: "system", id: job, trace: newId("trc") }, () =>
      share(records.map(({ envelope }) => envelope)),
    );
    await abreast(lanes, records, ({ id, envelope }) =>
      as(job, envelope, async () => run(envelope, shared)).catch((error: unknown) => {
        logger.error("queue.fault", {
          job,
          eventId: envelope.id,
          type: envelope["detail-type"],
          ...faultOf(error),
        });
        failed.push(id);
      }),
    );
    return failed;
  });
}

interface Read {
  readonly id: string;
  readonly envelope: Envelope;
}

function batches(job: string, run: (records: readonly Read[]) => Promise<readonly string[]>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const records = Records.flatMap(read);
    const failed = records.length > 0 ? await run(records) : [];
    const unread = Records.map(({ messageId }) => messageId).filter(
      (id) => !records.some((one) => one.id === id),
    );
    logger.info("queue", { job, received: Records.length, failed: failed.length, unread: unread.length });
    return { batchItemFailures: [...failed, ...unread].map((itemIdentifier) => ({ itemIdentifier })) };
  });
}

/** One message that nobody can read must not hold up the others: it comes again alone, and ends with the dead letters. */
function read({ messageId, body }: SQSRecord): Read[] {
  try {
    return [{ id: messageId, envelope: Envelope.parse(enveloped(messageId, JSON.parse(body))) }];
  } catch {
    return [];
  }
}

function enveloped(id: string, told: unknown): unknown {
  const { data: detail } = Bare.safeParse(told);
  if (!detail) return told;
  return { id, source: "aws.ses", "detail-type": detail.eventType, time: detail.mail.timestamp, detail };
}

/** The trace an event carries: in its own detail, or in the tags of the mail it is about. */
export function traceOf({ detail }: Envelope): string | undefined {
  const mail = detail.mail as { tags?: Record<string, string[]> } | undefined;
  return typeof detail.trace === "string" ? detail.trace : mail?.tags?.trace?.[0];
}

function as<R>(job: string, envelope: Envelope, run: () => Promise<R>): Promise<R> {
  return Actor.run({ kind: "system", id: job, trace: traceOf(envelope) ?? newId("trc") }, run);
}
