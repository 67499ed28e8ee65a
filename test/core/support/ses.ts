import type { IncomingMessage, RequestListener } from "node:http";
import { listen } from "../../../packages/local/loopback.ts";

/** What the next call to send is answered: taken, an exception by name, or, after SES took the mail, a broken line or nothing. */
export type Answer = "taken" | "lost" | "silent" | { readonly exception: string; readonly message?: string };

interface Mail {
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly EmailTags: readonly { readonly Name: string; readonly Value: string }[];
  readonly ConfigurationOverrides: unknown;
  readonly ReplyToAddresses?: readonly string[];
  readonly Content?: {
    readonly Simple?: {
      readonly Subject?: { readonly Data?: string };
      readonly Body?: { readonly Text?: { readonly Data?: string } };
    };
  };
}

/** The SDK's clients keep the first address they hear, and files of one worker share them. */
let port = 0;

/** The least of SES that sending needs, on loopback: it takes every mail until told otherwise. */
export async function fakeSes() {
  const mails: Mail[] = [];
  const answers: Answer[] = [];
  const quota = { MaxSendRate: 50, Max24HourSend: 10_000, SentLast24Hours: 0 };
  const take: RequestListener = async (request, response) => {
    if (request.method === "GET") {
      response.end(JSON.stringify({ SendQuota: quota }));
      return;
    }
    const mail = JSON.parse(await read(request)) as Mail;
    const answer = answers.shift() ?? "taken";
    if (typeof answer === "object") {
      response.writeHead(400, { "x-amzn-errortype": answer.exception, "content-type": "application/json" });
      response.end(JSON.stringify({ message: answer.message ?? "" }));
      return;
    }
    mails.push(mail);
    if (answer === "lost") request.socket.destroy();
    else if (answer === "taken") response.end(JSON.stringify({ MessageId: `ses-${mails.length}` }));
  };
  const server = await listen(take, port);
  port = server.port;
  return {
    origin: server.origin,
    close: server.close,
    /** Every mail that was taken, whether or not the caller heard of it. */
    mails,
    /** What the account may send, as GetAccount says it. */
    quota,
    /** How many mails to this address were taken. */
    sentTo: (address: string) =>
      mails.filter(({ Destination }) => Destination.ToAddresses.includes(address)).length,
    answer: (...next: Answer[]) => void answers.push(...next),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
