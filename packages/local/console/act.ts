import type { OpenedMail } from "./sources.ts";

const DESKTOP =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15";
/** Mail scanners use ordinary browser names (domain.md, 2). */
const SCANNER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36";
const MAX_HOPS = 5;

/** Loads the pixel as a mail program does when a person opens the mail. False when the mail has none. */
export async function openAsPerson(mail: OpenedMail, origin: string) {
  if (!mail.tracking.opens) return false;
  await get(`${origin}/open/${mail.id}.gif`, DESKTOP);
  return true;
}

/** Follows a link as a person does; answers where it leads. */
export async function clickAsPerson(mail: OpenedMail, n: number, origin: string) {
  const link = mail.links[n];
  if (!link?.tracked) return link?.url;
  return (await get(`${origin}/click/${mail.id}/${n}`, DESKTOP)).headers.get("location") ?? undefined;
}

/** The address of RFC 8058 one-click unsubscribe, when the mail offers it. */
export function oneClickAddress({ headers }: Pick<OpenedMail, "headers">) {
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value;
  if (header("list-unsubscribe-post") !== "List-Unsubscribe=One-Click") return undefined;
  return /<(https?:[^>]+)>/.exec(header("list-unsubscribe") ?? "")?.[1];
}

/** Posts what a mailbox provider posts for the button beside the sender (RFC 8058, 3.1); answers the status. */
export async function unsubscribeAsMailbox(mail: OpenedMail) {
  const address = oneClickAddress(mail);
  if (address === undefined || !isHere(address)) return undefined;
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  return (await fetch(address, { method: "POST", body, redirect: "manual" })).status;
}

/** GETs every address in the mail at once, follows redirects, runs no script. Answers how many were fetched. */
export async function scan(mail: OpenedMail, origin: string) {
  const header = /<(https?:[^>]+)>/.exec(
    mail.headers.find((one) => one.name.toLowerCase() === "list-unsubscribe")?.value ?? "",
  )?.[1];
  const links = mail.links.map(({ n, url, tracked }) => (tracked ? `${origin}/click/${mail.id}/${n}` : url));
  const all = [...links, ...(header === undefined ? [] : [header])];
  return (await Promise.all(all.map((url) => follow(url)))).filter(Boolean).length;
}

async function follow(start: string) {
  let url = start;
  for (let hop = 0; hop < MAX_HOPS && isHere(url); hop += 1) {
    const next = (await get(url, SCANNER)).headers.get("location");
    if (next === null) return true;
    url = new URL(next, url).href;
  }
  return url !== start;
}

async function get(url: string, userAgent: string) {
  const answer = await fetch(url, { headers: { "user-agent": userAgent }, redirect: "manual" });
  await answer.arrayBuffer();
  return answer;
}

/** Nothing leaves this machine, a scanner's curiosity neither. */
export const isHere = (url: string) => ["127.0.0.1", "localhost"].includes(new URL(url).hostname);
