import type { Invariant } from "../invariant.ts";

/** Nobody gets a step twice. The message's id is made of enrolment, step and visit. */
export const oneMail: Invariant = {
  name: "at most one mail per enrolment, step and visit",
  query: "mails that SES took, grouped by their tag `message`",
  check: ({ mails }) =>
    [...Map.groupBy(mails, ({ tags }) => tags.message)].flatMap(([messageId, same]) =>
      messageId === undefined || same.length === 1
        ? []
        : [
            {
              what: `${same.length} mails of one message: ${same.map(({ id, at }) => `${id} at ${at}`).join(", ")}`,
              messageId,
              ...(same[0]?.tags.candidate ? { candidateId: same[0].tags.candidate } : {}),
            },
          ],
    ),
};
