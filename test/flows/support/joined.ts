import { type Applicant, confirm, type Mail, mail, openForm, submit } from "./candidate.ts";
import type { Place } from "./world.ts";

/** They sign up and confirm; resolves when all that follows at once has happened. */
export async function join(world: Place, ...people: readonly Applicant[]): Promise<void> {
  const stamp = await openForm(world);
  await world.clock.moveTo(world.clock.ms() + 5000);
  for (const person of people) await submit(world, person, stamp);
  for (const { email } of people) {
    const { status } = await confirm(world, email);
    if (status !== 200) throw new Error(`${email} could not confirm: ${status}`);
  }
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
