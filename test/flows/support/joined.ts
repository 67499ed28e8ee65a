import { type Applicant, confirm, type Mail, mail, signUp } from "./candidate.ts";
import type { Place } from "./world.ts";

/** Signs up and confirms; resolves when all that follows at once has happened. */
export async function join(world: Place, person: Applicant): Promise<void> {
  await signUp(world, person);
  const { status } = await confirm(world, person.email);
  if (status !== 200) throw new Error(`${person.email} could not confirm: ${status}`);
  await world.clock.settled();
}

/** Joins and answers the welcome mail. */
export async function welcomed(world: Place, person: Applicant): Promise<Mail> {
  await join(world, person);
  return mail(world, person.email, /Welcome|Willkommen/);
}

/** The address of a link in a mail, by the path it leads to. */
export function linkOf({ links }: Mail, path: "confirm" | "unsubscribe" | "preferences"): string {
  const link = links.find(({ url }) => url.includes(`/${path}/`));
  if (!link) throw new Error(`The mail has no link to ${path}`);
  return link.url;
}

/** The value of a mail's header. */
export const headerOf = ({ headers }: Pick<Mail, "headers">, name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
