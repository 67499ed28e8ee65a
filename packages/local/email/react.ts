import { type Desk, happenings, planned } from "./accept.ts";
import type { Mail } from "./mailbox.ts";
import { bounce, complaint } from "./outcome.ts";
import { bare } from "./simulator.ts";

/** Who fetched a pixel or followed a link, as the event carries it. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}

/** What people and machines do with a mail that has arrived. */
export function reactions({ set, store, clock, suppression, mailbox, publisher }: Desk) {
  async function happen(mail: Mail, one: ReturnType<typeof planned>) {
    await store.batch(publisher.writes(happenings(set, mail, [one])));
    publisher.wake();
  }
  const seen = ({ ip, userAgent }: Visitor, at: number) => ({
    timestamp: new Date(at).toISOString(),
    ipAddress: ip,
    userAgent,
  });

  async function opened(id: string, visitor: Visitor) {
    const mail = await mailbox.find(id);
    if (!mail?.tracking.opens) return false;
    const now = clock.ms();
    await happen(mail, planned("Open", now, seen(visitor, now)));
    return true;
  }
  async function clicked(id: string, n: number, visitor: Visitor) {
    const mail = await mailbox.find(id);
    const link = mail?.links[n];
    if (mail === undefined || !link?.tracked) return undefined;
    const now = clock.ms();
    const body = { ...seen(visitor, now), link: link.url, linkTags: link.tags ?? null };
    await happen(mail, planned("Click", now, body));
    return link.url;
  }
  async function report(id: string, what: "bounce" | "complaint") {
    const mail = await mailbox.find(id);
    const to = mail?.destination[0];
    if (mail === undefined || to === undefined) return false;
    const now = clock.ms();
    const { type, body } = what === "bounce" ? bounce(bare(to), "General") : complaint(bare(to));
    await suppression.put(to, what === "bounce" ? "BOUNCE" : "COMPLAINT");
    await happen(mail, planned(type, now, body(new Date(now).toISOString())));
    return true;
  }
  return { opened, clicked, report };
}
