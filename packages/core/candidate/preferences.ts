import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Consent, type Purpose } from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Gate } from "../gate/index.ts";
import { Organisation } from "../organisation/index.ts";
import { Locale } from "../text.ts";
import { Token } from "../token/index.ts";
import { Events } from "./events.ts";
import { isHeld, withdraw } from "./leave.ts";
import { type Known, load } from "./load.ts";

const WithToken = z.strictObject({ token: z.string().max(2000) });

export interface Preferences {
  readonly locale: Locale;
  readonly jobNews: boolean;
  readonly tracking: boolean;
}

/** What she allows now; undefined when nothing is kept of her. */
export const preferences = fn(WithToken, async ({ token }): Promise<Preferences | undefined> => {
  const known = await load((await Token.verify("preferences", token)).subject);
  if (!known) return undefined;
  return {
    locale: known.candidate.locale,
    jobNews: isHeld(known, "job_news"),
    tracking: isHeld(known, "tracking"),
  };
});

/** She sets both switches on a page in one language: the ledger keeps the words she saw. What stays as it was writes nothing. */
export const setPreferences = fn(
  WithToken.extend({ jobNews: z.boolean(), tracking: z.boolean(), locale: Locale }),
  async ({ token, jobNews, tracking, locale }): Promise<void> => {
    const { subject } = await Token.verify("preferences", token);
    await insist(() => change(subject, "job_news", jobNews, locale));
    await insist(() => change(subject, "tracking", tracking, locale));
  },
);

async function change(candidateId: string, purpose: Purpose, wanted: boolean, locale: Locale): Promise<void> {
  const known = await load(candidateId);
  if (!known) throw new AppError("missing", "candidate.gone", "Nothing is kept about you any more");
  if (isHeld(known, purpose) === wanted) return;
  await Actor.follow(known.candidate.trace, () =>
    wanted ? allow(known, purpose, locale) : withdraw(known, purpose, "page", locale),
  );
}

/** She gives a permission on the page that only her mailbox knows the way to. */
async function allow({ candidate, gate, address }: Known, purpose: Purpose, locale: Locale): Promise<void> {
  const { candidateId } = candidate;
  const organisation = await Organisation.required();
  const line = Consent.entry({
    candidateId,
    purpose,
    state: "granted",
    method: "page",
    locale,
    organisation,
  });
  const granted = Gate.permission("granted", line.consentId, line.until);
  const returning = purpose === "job_news" && candidate.standing !== "member";
  await commit(({ candidate: person, gate: gates, suppression, consent, event }) => [
    gates
      .patch({ candidateId })
      .set(Gate.withPermissions(gate, { [purpose]: granted }))
      .remove(returning ? ["suppressed", "expiresAt"] : [])
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    consent.create(line).commit(),
    event.create(Consent.Events.Granted({ candidateId, purpose })).commit(),
    ...(returning
      ? [
          suppression.delete({ addressHash: address.addressHash }).commit(),
          person
            .patch({ candidateId })
            .set({
              standing: "member" as const,
              revision: candidate.revision + 1,
              joinedAt: Clock.iso(),
              arrival: Clock.iso().slice(0, 7),
            })
            .remove(["leftAt", "expiresAt"])
            .where((it, op) => op.eq(it.revision, candidate.revision))
            .commit(),
          event.create(Events.Joined({ candidateId, source: "preferences" })).commit(),
        ]
      : []),
  ]);
}
