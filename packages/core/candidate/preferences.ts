import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import type { Purpose } from "../consent/index.ts";
import * as Consent from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import * as Message from "../message/index.ts";
import * as Organisation from "../organisation/index.ts";
import { Locale } from "../text.ts";
import * as Token from "../token/index.ts";
import { Stop, WithToken } from "./candidate.schema.ts";
import { knownBefore } from "./confirm.ts";
import { Events } from "./events.ts";
import { isHeld, withdraw } from "./leave.ts";
import { type Known, load } from "./load.ts";
import { mayWrite } from "./may-write.ts";
import { relisted } from "./relist.ts";

export interface Preferences {
  readonly locale: Locale;
  /** Whether job news reaches her now: what the gate says. */
  readonly jobNews: boolean;
  readonly tracking: boolean;
  readonly stop?: Stop;
}

/** What holds for her now; undefined when nothing is kept of her. */
export const preferences = fn(WithToken, async ({ token }) =>
  standing((await Token.verify("preferences", token)).subject),
);

async function standing(candidateId: string): Promise<Preferences | undefined> {
  const known = await load(candidateId);
  if (!known) return undefined;
  const { answer, code, tracking } = mayWrite(known.gate, await Organisation.policy());
  const { data: stop } = Stop.safeParse(code);
  return {
    locale: known.candidate.locale,
    jobNews: answer === "yes",
    tracking,
    ...(stop ? { stop } : {}),
  };
}

/**
 * She sets both switches on a page in one language: the ledger keeps the words she saw. What stays as it was writes nothing. A box
 * sent without its tick is a no, also where job news had stopped for another reason. Answers what holds now.
 */
export const setPreferences = fn(
  WithToken.extend({ jobNews: z.boolean(), tracking: z.boolean(), locale: Locale }),
  async ({ token, jobNews, tracking, locale }): Promise<Preferences | undefined> => {
    const { subject } = await Token.verify("preferences", token);
    await insist(() => change(subject, "job_news", jobNews, locale));
    await insist(() => change(subject, "tracking", tracking, locale));
    if (!jobNews || !tracking) await Message.landed(subject);
    return standing(subject);
  },
);

async function change(candidateId: string, purpose: Purpose, wanted: boolean, locale: Locale): Promise<void> {
  const known = await load(candidateId);
  if (!known) throw new AppError("missing", "candidate.gone", "Nothing is kept about you any more");
  if (isHeld(known, purpose) === wanted && !(wanted && (await isNew(known, purpose)))) return;
  await Actor.candidate(known.candidate, () =>
    wanted ? allow(known, purpose, locale) : withdraw(known, purpose, "page", locale),
  );
}

/**
 * Whether her yes says more than what is held: another ground does not carry here, so the page showed her an empty box. Where it
 * carries, the box was ticked before she came, which is no consent (CJEU C-673/17).
 */
async function isNew({ gate }: Known, purpose: Purpose): Promise<boolean> {
  if (purpose !== "job_news" || gate.permissions.job_news?.ground !== "legitimate_interest") return false;
  const { code } = mayWrite(gate, await Organisation.policy());
  return code === "needs_consent" || code === "missing_source";
}

/** What saying yes again takes back; that a mailbox does not exist, or complained, only an answered mail disproves. */
const LIFTED: ReadonlySet<string | undefined> = new Set([undefined, "unsubscribe", "erasure"]);

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
  const lifted = returning && LIFTED.has(gate.suppressed);
  const permissions = Gate.withPermissions(gate, { [purpose]: granted });
  const { suppressed, ...unsuppressed } = gate;
  const after = { ...unsuppressed, ...permissions, ...(suppressed && !lifted ? { suppressed } : {}) };
  const { leftAt: _, ...back } = candidate;
  await commit(({ candidate: person, gate: gates, suppression, consent, event }) => [
    gates
      .patch({ candidateId })
      .set(permissions)
      .remove([...(lifted ? (["suppressed"] as const) : []), ...(returning ? (["expiresAt"] as const) : [])])
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    consent.create(line).commit(),
    event.create(Consent.Events.Granted({ candidateId, purpose })).commit(),
    ...(lifted ? [suppression.delete({ addressHash: address.addressHash }).commit()] : []),
    returning
      ? person
          .patch({ candidateId })
          .set(
            relisted({ candidate: back, gate: after }, true, { standing: "member", joinedAt: Clock.iso() }),
          )
          .remove(["leftAt", "expiresAt"])
          .where((it, op) => op.eq(it.revision, candidate.revision))
          .commit()
      : person
          .patch({ candidateId })
          .set(relisted({ candidate, gate: after }, true, {}))
          .where((it, op) => op.eq(it.revision, candidate.revision))
          .commit(),
    ...(returning ? [event.create(returned(candidate)).commit()] : []),
  ]);
}

const returned = (candidate: Known["candidate"]) =>
  Events.Joined({
    candidateId: candidate.candidateId,
    source: "preferences",
    ...knownBefore(candidate),
  });
