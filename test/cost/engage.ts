import { engagement } from "../../infra/engagement.ts";
import { unsubscribeAsMailbox } from "../../packages/local/console/act.ts";
import type { Mail, Visitor } from "../../packages/local/email/index.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { pass } from "../flows/support/steer.ts";
import type { World } from "../flows/support/world.ts";
import { happens } from "./dice.ts";
import { mailboxes } from "./mailbox.ts";

const ip = "192.0.2.7";
const PREFETCH: Visitor = { ip, userAgent: "Mozilla/5.0" };
const SCANNER: Visitor = { ip, userAgent: "Example-Link-Scanner/1.0 scanner" };
const PERSON: Visitor = {
  ip,
  userAgent:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
};

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Everything that the rates have people and machines do with mails that just left: machines at once, people two hours later. */
export async function engage(here: World, mails: readonly Mail[]): Promise<void> {
  const arrived = mails.filter(({ tags }) => mailboxes(plain(tags)) === "takes");
  await pass(here, 3 * SECOND);
  await touch(here, arrived, "machine");
  await pass(here, 2 * HOUR);
  await touch(here, arrived, "person");
  await answer(here, arrived);
  await here.clock.settled();
}

const plain = (tags: Mail["tags"]) =>
  Object.fromEntries(Object.entries(tags).map(([name, [value = ""]]) => [name, value]));

const does = (mail: Mail, share: number, what: string) =>
  happens(share, what, mail.tags.candidate?.[0] ?? "", mail.tags.step?.[0] ?? "");

type Who = "machine" | "person";

/** Who opens or clicks a mail, if anybody does. */
function who(mail: Mail, what: "opened" | "clicked"): Who | undefined {
  if (!does(mail, engagement[what], what)) return undefined;
  return does(mail, engagement[`${what}ByMachine`], `${what} by machine`) ? "machine" : "person";
}

async function touch({ services: { email } }: World, mails: readonly Mail[], by: Who): Promise<void> {
  for (const mail of mails) {
    const link = mail.links.find(({ tracked }) => tracked);
    if (who(mail, "opened") === by) await email.opened(mail.id, by === "machine" ? PREFETCH : PERSON);
    if (link && who(mail, "clicked") === by)
      await email.clicked(mail.id, link.n, by === "machine" ? SCANNER : PERSON);
  }
}

/** A recruiter notes who answered, and the mailbox's own button unsubscribes. */
async function answer(here: World, mails: readonly Mail[]): Promise<void> {
  const ana = await signIn(here, "ana");
  for (const mail of mails) {
    if (does(mail, engagement.replied, "replied"))
      await ana.call("POST", `/v1/candidates/${mail.tags.candidate?.[0]}/replied`, {});
    const opened =
      does(mail, engagement.unsubscribed, "unsubscribed") && (await here.services.email.get(mail.id));
    if (opened) await unsubscribeAsMailbox(opened);
  }
}
