/** Anything in the table, as it lies there. */
export type Item = Readonly<Record<string, unknown>>;
/** Counters by name; what is nought is left out. */
export type Counts = Record<string, number>;

export const ofKind = (items: readonly Item[], entity: string) =>
  items.filter((item) => item.__edb_e__ === entity);

/** Every figure anew from the log alone: events, and the mails and enrolments that are their own entries. */
export function recount(items: readonly Item[]): Record<string, Counts> {
  const sums: Record<string, Counts> = {};
  const add = (scope: string, period: string, counter: string) => {
    const name = `${scope} ${period}`;
    sums[name] = { ...sums[name], [counter]: (sums[name]?.[counter] ?? 0) + 1 };
  };
  const ofMail = ({ campaignId, stepId }: Item, counter: string) => {
    if (!campaignId) return;
    add(`campaign/${campaignId}`, "all", counter);
    if (stepId) add(`campaign/${campaignId}/${stepId}`, "all", counter);
  };
  for (const [event, counter] of movements(items))
    for (const period of ["all", String(event.at).slice(0, 10)]) add("organisation", period, counter);
  for (const enrolment of ofKind(items, "enrolment")) {
    const scope = `campaign/${enrolment.campaignId}`;
    add(scope, "all", enrolment.end === "left_out" ? "leftOut" : "entered");
    if (enrolment.endedAt && enrolment.end !== "left_out")
      add(scope, "all", enrolment.end === "finished" ? "finished" : "stopped");
  }
  for (const mail of ofKind(items, "message").filter(({ state }) => state === "accepted")) {
    ofMail(mail, "accepted");
    if (mail.campaignId) add(`campaign/${mail.campaignId}`, String(mail.settledAt).slice(0, 13), "accepted");
  }
  for (const [mail, counter] of engagements(items)) ofMail(mail, counter);
  return sums;
}

/** Who came and who went; `joinedKnown` were in the pool before they joined. */
function movements(items: readonly Item[]): Counted[] {
  return ofKind(items, "event").flatMap((event): Counted[] => {
    if (event.type === "candidate.added") return [[event, "added"]];
    if (event.type === "candidate.left") return [[event, "left"]];
    if (event.type !== "candidate.joined") return [];
    const known = (event.data as { known?: true } | undefined)?.known === true;
    return [[event, "joined"], ...(known ? [[event, "joinedKnown"] as const] : [])];
  });
}

type Counted = readonly [mail: Item, counter: string];

/** What mails were met with. "Opened" and "clicked" count a mail once, from its opens and clicks themselves. */
function engagements(items: readonly Item[]): Counted[] {
  const tracked = new Set(ofKind(items, "message").flatMap((one) => (one.tracked ? [one.messageId] : [])));
  const found: Counted[] = [];
  const firsts = new Map<string, Counted>();
  for (const event of ofKind(items, "event")) {
    const { verdict, kind, positive } = (event.data ?? {}) as Record<string, unknown>;
    const once = (counter: string) => firsts.set(`${event.messageId} ${counter}`, [event, counter]);
    const touched = (noun: string, past: string) => {
      found.push([event, `${noun}Raw`]);
      once(`${past}Raw`);
      if (verdict !== "human") return;
      found.push([event, `${noun}Human`]);
      once(`${past}Human`);
    };
    if (event.type === "engagement.opened") touched("opens", "opened");
    if (event.type === "engagement.clicked") touched("clicks", "clicked");
    if (event.type === "engagement.complained" && !positive) found.push([event, "complained"]);
    if (event.type === "engagement.bounced" && kind === "hard") found.push([event, "bouncedHard"]);
    if (event.type === "engagement.bounced" && kind === "soft") found.push([event, "bouncedSoft"]);
    if (event.type !== "engagement.delivered") continue;
    found.push([event, "delivered"]);
    if (tracked.has(event.messageId)) found.push([event, "deliveredTracked"]);
  }
  return [...found, ...firsts.values()];
}
