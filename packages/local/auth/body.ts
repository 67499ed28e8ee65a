import type { IncomingMessage } from "node:http";

const MAX = 10_000;

/** What was sent, as text, as far as anything honest would be long. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > MAX) break;
  }
  return text;
}
