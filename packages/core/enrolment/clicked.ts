import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import type { Info, Mailed } from "./enrolment.schema.ts";
import { readMany } from "./read.ts";

/**
 * She clicked in the mail of this step herself; the first time counts. Mails that were not tracked say nothing.
 * @param sent the mail, asked for while she still stands before it: it left, but nobody has noted that here
 */
export async function clicked(
  { candidateId, campaignId }: Pick<Info, "candidateId" | "campaignId">,
  stepId: string,
  at: string,
  sent: () => Promise<Mailed | undefined>,
): Promise<void> {
  const enrolment = (await readMany(campaignId, [candidateId])).get(candidateId);
  const mail = enrolment?.mails[stepId] ?? (enrolment?.stepId === stepId ? await sent() : undefined);
  if (!enrolment || !mail?.tracked || mail.clickedAt) return;
  const { mails, revision } = enrolment;
  const kept = await applied(
    entities.enrolment
      .patch({ candidateId, campaignId })
      .set({ mails: { ...mails, [stepId]: { ...mail, clickedAt: at } }, revision: revision + 1 })
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );
  if (!kept) await clicked({ candidateId, campaignId }, stepId, at, sent);
}
