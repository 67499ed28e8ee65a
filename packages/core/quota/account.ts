import { GetAccountCommand, SESv2Client } from "@aws-sdk/client-sesv2";

export interface Allowance {
  readonly perSecond: number;
  readonly perDay: number;
}

const client = new SESv2Client({ maxAttempts: 3 });

/** SES says -1 a day for "no limit" (SES v2 API, SendQuota); a figure that no account reaches says the same in our sums. */
const UNLIMITED = 1e12;

/** What SES allows this account now; a fresh account has 1 a second and 200 a day. */
export async function allowance(): Promise<Allowance> {
  const { SendQuota } = await client.send(new GetAccountCommand({}));
  const { MaxSendRate = 1, Max24HourSend = 200 } = SendQuota ?? {};
  return { perSecond: MaxSendRate, perDay: Max24HourSend < 0 ? UNLIMITED : Max24HourSend };
}
