import { eventually, type World } from "./world.ts";

export interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly destination: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly links: readonly {
    readonly n: number;
    readonly url: string;
    readonly label: string;
    readonly tracked: boolean;
  }[];
  readonly text: string;
  readonly html: string;
}

const json = { "content-type": "application/json", accept: "application/json" };

/** Signs somebody up by HTTP alone. Waits as long as a person types, by the movable clock. */
export async function signUp(
  { siteUrl, clock }: World,
  person: { name: string; email: string; tracking?: boolean; locale?: string; interest?: string },
) {
  const lang = person.locale ?? "en";
  const form = await fetch(`${siteUrl}/join?lang=${lang}`, { headers: { accept: "application/json" } });
  const { stamp } = (await form.json()) as { stamp: string };
  await clock.moveTo(clock.ms() + 5000);
  const body = {
    name: person.name,
    email: person.email,
    jobNews: true,
    tracking: person.tracking ?? false,
    stamp,
    ...(person.interest ? { interest: person.interest } : {}),
  };
  return fetch(`${siteUrl}/join?lang=${lang}`, { method: "POST", headers: json, body: JSON.stringify(body) });
}

/** Mails to an address, newest first. */
export async function mailsTo({ consoleUrl }: World, email: string): Promise<Mail[]> {
  const list = (await (await fetch(`${consoleUrl}/api/inbox`)).json()) as Mail[];
  return list.filter(({ destination }) => destination.includes(email));
}

/** The first mail to an address whose subject fits, opened. */
export function mail(world: World, email: string, subject: RegExp): Promise<Mail> {
  return eventually(`a mail to ${email} about ${subject}`, async () => {
    const found = (await mailsTo(world, email)).find((one) => subject.test(one.subject));
    return found && ((await (await fetch(`${world.consoleUrl}/api/inbox/${found.id}`)).json()) as Mail);
  });
}

/** An act of the console upon a mail: `open`, `click/1`, `unsubscribe`, `scan`. */
export async function act<T = Record<string, unknown>>(
  { consoleUrl }: World,
  { id }: Mail,
  what: string,
): Promise<T> {
  const response = await fetch(`${consoleUrl}/api/inbox/${id}/${what}`, { method: "POST" });
  return (await response.json()) as T;
}

/** Confirms by the link of the mail, as a POST of its page would. */
export async function confirm(world: World, email: string) {
  const { links } = await mail(world, email, /confirm|bestätig/i);
  const link = links.find(({ url }) => url.includes("/confirm/"));
  return fetch(link?.url ?? "", { method: "POST", headers: json, body: "{}" });
}
