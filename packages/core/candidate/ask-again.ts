import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import type { Purpose } from "../consent/index.ts";
import * as Consent from "../consent/index.ts";
import type * as Form from "../form/index.ts";
import { entities } from "../service.ts";
import type { Locale } from "../text.ts";
import type { Known } from "./load.ts";

const ASKS_A_DAY = 3;
const FORGET_AFTER_DAYS = 30;
/** A day longer than the link of its mail works: afterwards nobody can answer it. */
const REQUEST_DAYS = 8;

/** What somebody typed who asks to join. */
export interface Asking {
  readonly formId: string;
  readonly name: string;
  readonly interest?: string | undefined;
  readonly locale: Locale;
}

export const today = () => Clock.iso().slice(0, 10);
const inDays = (days: number) => Math.floor(Clock.ms() / 1000) + days * 86_400;
export const forgetAt = () => inDays(FORGET_AFTER_DAYS);
export const answersOf = ({ interest }: Asking): Record<string, string> => (interest ? { interest } : {});

/** What is kept of her, as it is kept; read strongly. */
export async function kept(candidateId: string) {
  const { data } = await entities.candidate.get({ candidateId }).go({ consistent: true });
  return data ?? undefined;
}

/**
 * Somebody typed an address we know: she gets a mail, a few times a day at most. Nothing about a member changes. For anybody else what
 * was typed now waits for its own confirmation, and the ledger says what words were seen.
 */
export async function askAgain(
  { candidate: { candidateId }, address }: Known,
  data: NonNullable<Awaited<ReturnType<typeof kept>>>,
  asking: Asking,
  { organisation }: Form.Open,
  purposes: readonly Purpose[],
): Promise<void> {
  const asks = data.asks as { day: string; count: number } | undefined;
  const count = asks?.day === today() ? asks.count + 1 : 1;
  if (count > ASKS_A_DAY) return;
  const known = data.standing === "member";
  const { name, locale, formId } = asking;
  const asked = { candidateId, purposes: [...purposes], known, ...(known ? {} : { locale }) };
  const requested = Consent.Events.Requested(asked);
  const typed = { candidateId, requestId: requested.eventId, name, locale, formId };
  const ledger = purposes.map((purpose) =>
    Consent.entry({ candidateId, purpose, state: "requested", method: "form", locale, organisation, formId }),
  );
  const longer = data.expiresAt === undefined ? undefined : { expiresAt: forgetAt() };
  const { addressId, addressHash } = address;
  await commit(({ candidate, gate, address: addresses, guard, request, consent, event }) => [
    candidate
      .patch({ candidateId })
      .set({ asks: { day: today(), count }, revision: data.revision + 1, ...longer })
      .where((it, op) => op.eq(it.revision, data.revision))
      .commit(),
    ...(longer
      ? [
          gate.patch({ candidateId }).set(longer).commit(),
          addresses.patch({ candidateId, addressId }).set(longer).commit(),
          guard.patch({ addressHash }).set(longer).commit(),
        ]
      : []),
    ...(known
      ? []
      : [
          request.put({ ...typed, answers: answersOf(asking), expiresAt: inDays(REQUEST_DAYS) }).commit(),
          ...ledger.map((line) => consent.create(line).commit()),
        ]),
    event.create(requested).commit(),
  ]);
}
