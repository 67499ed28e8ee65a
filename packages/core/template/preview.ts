import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import { AppError, Limited } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Message from "../message/index.ts";
import * as Organisation from "../organisation/index.ts";
import * as Quota from "../quota/index.ts";
import { Locale } from "../text.ts";
import { type Example, example, wordingFor } from "./example.ts";
import { Wording } from "./template.schema.ts";

/**
 * A wording as it stands in the editor, for a real person or a made-up one. `others`: what else is written of the same mail, for a
 * person of another language.
 */
const Shown = z.strictObject({
  wording: Wording,
  locale: Locale,
  others: z.partialRecord(Locale, Wording).exactOptional(),
  candidateId: Id("cnd").exactOptional(),
});

/** How a wording will look: hers in her language, as a campaign would write it to her; problems are what would hold the mail. */
export const preview = fn(Shown, async (shown) => {
  Actor.assert("templates.read");
  if (shown.candidateId) Actor.assert("people.read");
  return made(shown, await Organisation.required());
});

async function made(
  { wording, locale, others = {}, candidateId }: z.output<typeof Shown>,
  organisation: Organisation.Settings,
): Promise<Example> {
  if (!candidateId) return example(wording, locale, organisation);
  const found = await Candidate.find(candidateId);
  if (!found)
    throw new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");
  const { candidate, gate } = found;
  const wordings = { ...others, [locale]: wording };
  const [language, hers] = wordingFor({ wordings }, candidate.locale, organisation);
  const [owed, ground] = [Gate.noticeOwed(gate), gate.permissions.job_news?.ground];
  const reader = { about: candidate, ...(ground ? { ground } : {}), ...(owed ? { owed } : {}) };
  return example(hers, language, organisation, reader);
}

/**
 * Sends the wording to the colleague who asks, as it would look. It counts nowhere and tracks nothing; its links for leaving lead to
 * the privacy notice.
 * @throws AppError `template.faulty` naming what would hold it, `mail.refused` with what SES said
 * @throws Limited while the quota has no room
 */
export const test = fn(Shown, async (shown) => {
  Actor.assert("templates.write");
  const acting = Actor.use();
  if (acting.kind !== "recruiter")
    throw new AppError("forbidden", "test.nobody", "Only a colleague has an inbox here");
  const organisation = await Organisation.required();
  const { problems, ...content } = await made(shown, organisation);
  if (problems.length > 0)
    throw new AppError(
      "blocked",
      "template.faulty",
      "This mail can't be written yet",
      problems.map(({ message }) => ({ field: "wording", message })),
    );
  const lease = await Quota.lease("service", 1);
  if (!lease.ok)
    throw new Limited("mail.quota", "The mail quota has no room right now", secondsUntil(lease.notBefore));
  await lease.take();
  const sent = await Message.proof(acting.email, organisation, {
    ...content,
    subject: `[Test] ${content.subject}`,
  });
  if (sent.kind !== "accepted")
    throw new AppError(
      "blocked",
      "mail.refused",
      `The mail service did not take it: ${sent.kind === "unknown" ? "no answer" : sent.failure}`,
    );
  return { to: acting.email };
});

const secondsUntil = (instant: Date) => Math.max(1, Math.ceil((instant.getTime() - Clock.ms()) / 1000));
