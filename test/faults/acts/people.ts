import { act, openForm, submit } from "../../flows/support/candidate.ts";
import { campaignMails, candidateOf, inbox, ok, one, type Stage } from "../stage.ts";

const json = { "content-type": "application/json", accept: "application/json" };

/** Somebody fills in the form; now and then somebody who did before. */
export async function signUp(stage: Stage): Promise<void> {
  const { here, book, chance, people } = stage;
  const known = chance.between(1, 6) === 1 ? one(chance, people) : undefined;
  const n = people.length + 1;
  const person = known ?? { name: `Ada ${n}`, email: `ada${n}@example.org` };
  if (!known) people.push(person);
  await book.act("sign up", { email: person.email }, async () => {
    const stamp = stage.open.shift() ?? "";
    stage.open.push(await openForm(here));
    if (ok(await submit(here, { ...person, tracking: n % 3 > 0 }, stamp))) return {};
    // A form that was open for a day is out of date: so are the others.
    await openForms(stage);
    return undefined;
  });
}

/** So many people have the form open at any time, and have been filling it in for a while. */
const FORMS = 8;

export async function openForms({ here, open }: Stage): Promise<void> {
  const forms = await Promise.all(Array.from({ length: FORMS }, () => openForm(here)));
  open.splice(0, open.length, ...forms);
}

/** Somebody presses the link of a confirmation mail. */
export async function confirm(stage: Stage): Promise<void> {
  const asking = (await inbox(stage)).filter(
    ({ id, subject }) => /confirm/i.test(subject) && !stage.used.has(id),
  );
  const mail = one(stage.chance, asking);
  const url = mail?.links.find((link) => link.url.includes("/confirm/"))?.url;
  if (!mail || !url) return;
  const about = { candidateId: candidateOf(mail), email: String(mail.destination[0]) };
  const done = await stage.book.act("confirm", about, async () =>
    ok(await fetch(url, { method: "POST", headers: json, body: "{}" })) ? {} : undefined,
  );
  if (done) stage.used.add(mail.id);
}

/** Her mail program posts what its button beside the sender posts (RFC 8058). */
export async function unsubscribe(stage: Stage): Promise<void> {
  const mail = one(stage.chance, await campaignMails(stage));
  const header = mail?.headers.find(({ name }) => name.toLowerCase() === "list-unsubscribe")?.value;
  const url = /<(https?:[^>]+)>/.exec(header ?? "")?.[1];
  if (!mail || !url) return;
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  await stage.book.act("unsubscribe", { candidateId: candidateOf(mail) }, async () =>
    ok(await fetch(url, { method: "POST", body, redirect: "manual" })) ? {} : undefined,
  );
}

/** She opens a mail and follows its first tracked link. */
export async function click(stage: Stage): Promise<void> {
  const mail = one(stage.chance, await campaignMails(stage));
  const link = mail?.links.find(({ tracked }) => tracked);
  if (!mail) return;
  await stage.book.act("open and click", { candidateId: candidateOf(mail) }, async () => {
    await act(stage.here, mail, "open");
    if (link) await act(stage.here, mail, `click/${link.n}`);
    return {};
  });
}

/** Her mailbox bounces, or she calls it spam. */
export async function refuse(stage: Stage): Promise<void> {
  const mail = one(stage.chance, await campaignMails(stage));
  if (!mail) return;
  const what = stage.chance.between(0, 1) === 0 ? "bounce" : "complaint";
  await stage.book.act(what, { candidateId: candidateOf(mail) }, async () => {
    const { reported } = await act<{ reported: boolean }>(stage.here, mail, what);
    return reported ? {} : undefined;
  });
}
