import type { Mail } from "../flows/support/candidate.ts";
import type { Machine } from "./machine.ts";

type Received = Mail & { readonly at: string };

/** The newest mails. */
export async function inbox({ consoleUrl }: Machine, limit: number): Promise<Received[]> {
  return (await (await fetch(`${consoleUrl}/api/inbox?limit=${limit}`)).json()) as Received[];
}
