import { type Applicant, act, confirm, mailsTo, openForm, submit } from "./candidate.ts";
import type { Place } from "./world.ts";

const HOUR = 3_600_000;
/** How long she waits for the confirmation mail before she asks again, by the product's clock. */
const PATIENCE = HOUR;
/** After this no welcome mail will come any more: its outcome is given up on after six hours. */
const HOPE = 8 * HOUR;
const TYPING = 3000;
const GLANCE_MS = 60;

/** Does it again until it is answered as hoped, like a browser that lost its connection and a person who reloads. */
export async function insist<T>(
  does: () => Promise<T>,
  fits: (answer: T) => boolean = () => true,
): Promise<T> {
  for (;;) {
    const answer = await does().then(
      (value) => ({ value }),
      () => undefined,
    );
    if (answer && fits(answer.value)) return answer.value;
    await glance();
  }
}

const glance = () => new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
const ok = ({ status }: Response) => status === 200;
const accepted = ({ status }: Response) => status === 202;

/** Walks somebody's whole path however often the machine dies meanwhile. Answers whether a welcome mail came. */
export async function walk(here: Place, person: Applicant): Promise<boolean> {
  await ask(here, person);
  while (!(await letter(here, person, /confirm/i, PATIENCE))) await ask(here, person);
  await insist(() => confirm(here, person.email), ok);
  const welcome = await letter(here, person, /^Welcome,/, HOPE);
  if (!welcome) return false;
  await insist(() => act(here, welcome, "open"));
  const link = welcome.links.find(({ url }) => url === "https://acme.example/");
  await insist(() => act(here, welcome, `click/${link?.n}`));
  return true;
}

/** Fills in the form at a person's pace and sends it. What was not answered is sent again. */
async function ask(here: Place, person: Applicant) {
  const stamp = await insist(() => openForm(here, person.locale));
  const typed = here.clock.ms() + TYPING;
  while (here.clock.ms() < typed) await glance();
  await insist(() => submit(here, person, stamp), accepted);
}

/** Looks for a mail for some time; undefined when none came. */
async function letter(here: Place, { email }: Applicant, subject: RegExp, patience: number) {
  const until = here.clock.ms() + patience;
  for (;;) {
    const patient = here.clock.ms() < until;
    const mails = await insist(() => mailsTo(here, email));
    const found = mails.find((one) => subject.test(one.subject));
    if (found || !patient) return found;
    await glance();
  }
}
