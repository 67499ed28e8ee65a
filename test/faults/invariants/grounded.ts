import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Invariant } from "../invariant.ts";

const ms = (instant: unknown) => Date.parse(String(instant));

/** Every campaign mail had a permission in the ledger when it was claimed, and nothing that stood against it. */
export const grounded: Invariant = {
  name: "no mail without a ground at its claim",
  query: "messages of class nurture, beside their person's consent ledger and log up to `claimedAt`",
  check({ items, skewMs }) {
    const lines = Map.groupBy(ofKind(items, "consent"), ({ candidateId }) => candidateId);
    const events = Map.groupBy(ofKind(items, "event"), ({ candidateId }) => candidateId);
    return ofKind(items, "message")
      .filter((message) => message.class === "nurture")
      .flatMap((message) => {
        const { candidateId, messageId, claimedAt } = message;
        // Two clocks, each of which may be off.
        const slack = 2 * skewMs;
        const found =
          withoutLine(message, lines.get(candidateId) ?? [], slack) ??
          against(events.get(candidateId) ?? [], ms(claimedAt) - slack);
        if (!found) return [];
        return [{ what: found, messageId: String(messageId), candidateId: String(candidateId) }];
      });
  },
};

function withoutLine({ consentId, claimedAt }: Item, ledger: readonly Item[], slack: number) {
  const at = ms(claimedAt);
  const line = ledger.find((one) => one.consentId === consentId);
  if (line?.purpose !== "job_news" || line.state !== "granted") return "no permission in the ledger";
  if (ms(line.at) > at + slack) return `its permission is of ${line.at}, after the claim of ${claimedAt}`;
  if (line.until !== undefined && ms(line.until) < at - slack) return `its permission ended ${line.until}`;
  const withdrawn = ledger.find(
    (one) =>
      one.purpose === "job_news" &&
      one.state === "withdrawn" &&
      ms(one.at) > ms(line.at) + slack &&
      ms(one.at) < at - slack,
  );
  return withdrawn && `she withdrew at ${withdrawn.at}, before the claim of ${claimedAt}`;
}

/** What was said of her last that stops such a mail; what she allowed after it lifts a stop of her mailbox's. */
function against(log: readonly Item[], before: number): string | undefined {
  const said = log
    .filter(({ at }) => ms(at) < before)
    .sort((a, b) => ms(a.at) - ms(b.at))
    .reduce<Record<string, string | undefined>>(told, {});
  return said.erased ?? said.doNotContact ?? said.suppressed;
}

function told(known: Record<string, string | undefined>, { type, at, data }: Item) {
  const { on, reason } = (data ?? {}) as { on?: boolean; reason?: string };
  if (type === "candidate.erased") return { ...known, erased: `she was erased at ${at}` };
  if (type === "candidate.do_not_contact")
    return { ...known, doNotContact: on ? `nobody was to write to her from ${at}` : undefined };
  if (type === "candidate.suppressed") return { ...known, suppressed: `suppressed (${reason}) at ${at}` };
  if (type === "consent.granted") return { ...known, suppressed: undefined };
  return known;
}
