import type { Answer, Request } from "./hook.ts";
import type { Recorder } from "./record.ts";
import { textOf } from "./site.ts";

interface Body {
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
  readonly Destination?: { readonly ToAddresses?: readonly string[] };
}

interface Options {
  readonly record: Recorder;
  readonly clock: { iso(): string };
}

/**
 * Hands a mail to SES and notes when and what came of it: the inbox forgets the mails of those who were erased, and says nothing of
 * those that SES refused.
 */
export async function noteMail(
  request: Request,
  make: () => Promise<Answer>,
  { record, clock }: Options,
): Promise<Answer> {
  const { EmailTags = [], Destination } = JSON.parse(textOf(request.body)) as Body;
  const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value]));
  const handed = { real: Date.now(), at: clock.iso(), tags, to: Destination?.ToAddresses?.[0] ?? "" };
  const answer = await make();
  const { statusCode, body } = answer.response as { statusCode: number; body?: unknown };
  const text = await read(body);
  const said = JSON.parse(text) as { MessageId?: string; message?: string };
  const outcome = statusCode < 300 ? { id: said.MessageId ?? "" } : { refused: said.message ?? text };
  record.handover({ ...handed, ...outcome });
  return { response: { ...answer.response, body: new TextEncoder().encode(text) } };
}

async function read(body: unknown): Promise<string> {
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
