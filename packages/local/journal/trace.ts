import { z } from "zod";

const ours = z.object({ trace: z.string() });
const mail = z.object({ mail: z.object({ tags: z.object({ trace: z.tuple([z.string()], z.string()) }) }) });

/** The trace a bus event carries: `detail.trace` in our own, the mail's tag `trace` in those of SES. */
export function traceOf(envelope: unknown): string | undefined {
  const { data } = z.object({ detail: z.unknown() }).safeParse(envelope);
  const own = ours.safeParse(data?.detail);
  if (own.success) return own.data.trace;
  return mail.safeParse(data?.detail).data?.mail.tags.trace[0];
}
