/** Why nothing leaves, by the quota's word or the name of what the mail service answered (SES v2 API reference, SendEmail). */
const HOLDS: Readonly<Record<string, string>> = {
  "quota.day": "the mail quota of this day is used up",
  "ses.SendingPausedException":
    "the mail service paused sending for this account; an administrator sees why in its console",
  "ses.AccountSuspendedException":
    "the mail service suspended this account; an administrator sees why in its console",
  "ses.daily_quota": "the mail service takes no more today",
  "ses.not_verified": "the sender's address is not verified at the mail service yet",
  "ses.LimitExceededException": "the mail service asks to slow down",
  "ses.TooManyRequestsException": "the mail service asks to slow down",
  "ses.ThrottlingException": "the mail service asks to slow down",
  "ses.MailFromDomainNotVerifiedException": "the sender's domain is not verified at the mail service",
};

/** A code nobody has worded yet is shown as it is. */
export const holdWords = (code: string): string =>
  HOLDS[code] ?? `the mail service did not take it (${code.replace(/^ses\./, "")})`;
