import { createHash } from "node:crypto";
import { eventually, type Place } from "./world.ts";

export type { Place } from "./world.ts";

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

/** What she fills in. */
export interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly tracking?: boolean;
  readonly locale?: string;
  readonly interest?: string;
}

/** Signs somebody up by HTTP alone. Waits as long as a person types, by the movable clock. */
export async function signUp(here: Place, person: Applicant) {
  const stamp = await openForm(here, person.locale);
  await here.clock.moveTo(here.clock.ms() + 5000);
  return submit(here, person, stamp);
}

/** The form as it is shown; answers the stamp that says when. */
export async function openForm({ siteUrl }: Place, locale = "en"): Promise<string> {
  const form = await fetch(`${siteUrl}/join?lang=${locale}`, { headers: { accept: "application/json" } });
  const { stamp } = (await form.json()) as { stamp: string };
  return stamp;
}

export function submit({ siteUrl }: Place, { locale = "en", ...person }: Applicant, stamp: string) {
  const body = JSON.stringify({ jobNews: true, tracking: false, ...person, stamp });
  const headers = { ...json, "cloudfront-viewer-address": homeOf(person.email) };
  return fetch(`${siteUrl}/join?lang=${locale}`, { method: "POST", headers, body });
}

/** Everybody asks from a network of her own (RFC 2544 addresses), as CloudFront names it. */
function homeOf(email: string): string {
  const [a, b] = createHash("sha256").update(email).digest();
  return `198.18.${a}.${b}:50000`;
}

/** Mails to an address, newest first. */
export async function mailsTo({ consoleUrl }: Place, email: string): Promise<Mail[]> {
  const list = (await (await fetch(`${consoleUrl}/api/inbox`)).json()) as Mail[];
  return list.filter(({ destination }) => destination.includes(email));
}

/** The first mail to an address whose subject fits, opened. */
export function mail(world: Place, email: string, subject: RegExp): Promise<Mail> {
  return eventually(`a mail to ${email} about ${subject}`, async () => {
    const found = (await mailsTo(world, email)).find((one) => subject.test(one.subject));
    return found && ((await (await fetch(`${world.consoleUrl}/api/inbox/${found.id}`)).json()) as Mail);
  });
}

/** An act of the console upon a mail: `open`, `click/1`, `unsubscribe`, `scan`. */
export async function act<T = Record<string, unknown>>(
  { consoleUrl }: Place,
  { id }: Mail,
  what: string,
): Promise<T> {
  const response = await fetch(`${consoleUrl}/api/inbox/${id}/${what}`, { method: "POST" });
  return (await response.json()) as T;
}

/** Confirms by the link of the mail, as a POST of its page would. */
export async function confirm(world: Place, email: string) {
  const { links } = await mail(world, email, /confirm|bestätig/i);
  const link = links.find(({ url }) => url.includes("/confirm/"));
  return fetch(link?.url ?? "", { method: "POST", headers: json, body: "{}" });
}
