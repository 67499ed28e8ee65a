import { type Applicant, openForm, submit } from "../flows/support/candidate.ts";
import { inbox } from "./inbox.ts";
import type { Machine } from "./machine.ts";
import { forEach } from "./pool.ts";

/** How many people do something at the same moment. */
const AT_ONCE = 16;

const person = (who: string, n: number): Applicant => ({
  name: `Person ${n}`,
  email: `${who}${n}@example.org`,
  tracking: true,
});

/** A form that was opened long enough ago to have been filled in by a person. */
export async function openedForm(here: Machine): Promise<string> {
  const stamp = await openForm(here);
  await here.clock.moveTo(here.clock.ms() + 5000);
  return stamp;
}

/** So many people fill in the form, each in a network of her own. Resolves when all are stored. */
export async function signUpAll(
  here: Machine,
  stamp: string,
  size: number,
  who = "person",
): Promise<{ count: number }> {
  const people = Array.from({ length: size }, (_, n) => person(who, n));
  await forEach(people, AT_ONCE, async (one) => {
    const { status } = await submit(here, one, stamp);
    if (status >= 300) throw new Error(`A sign-up was answered with ${status}`);
  });
  return { count: size };
}

/** Everybody who got her confirmation mail follows its link. */
export async function confirmAll(here: Machine, size: number): Promise<void> {
  await here.clock.settled();
  const links = (await inbox(here, size)).flatMap((mail) => mail.links.map(({ url }) => url));
  const headers = { "content-type": "application/json", accept: "application/json" };
  const confirming = links.filter((url) => url.includes("/confirm/"));
  await forEach(confirming, AT_ONCE, async (link) => {
    const { status } = await fetch(link, { method: "POST", headers, body: "{}" });
    if (status !== 200) throw new Error(`A confirmation was answered with ${status}`);
  });
  await here.clock.settled();
}
