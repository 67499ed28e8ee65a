export * as Reconcile from "./index.ts";

import { ListSuppressedDestinationsCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";

const client = new SESv2Client({ maxAttempts: 4 });
/** SES's list is asked about the last week: a missed day is made up for. */
const WEEK_MS = 7 * 86_400_000;

/** EventBridge delivers SES events best effort: what SES suppressed and we did not hear of is taken over from its own list. */
export async function suppressions(): Promise<{ seen: number }> {
  let seen = 0;
  let token: string | undefined;
  do {
    const { SuppressedDestinationSummaries = [], NextToken } = await client.send(
      new ListSuppressedDestinationsCommand({
        StartDate: new Date(Clock.ms() - WEEK_MS),
        PageSize: 100,
        ...(token ? { NextToken: token } : {}),
      }),
    );
    for (const { EmailAddress, Reason } of SuppressedDestinationSummaries) {
      if (!EmailAddress || !Candidate.normalise(EmailAddress)) continue;
      await Candidate.suppressAddress(EmailAddress, Reason === "COMPLAINT" ? "complaint" : "bounce");
      seen += 1;
    }
    token = NextToken;
  } while (token);
  return { seen };
}
