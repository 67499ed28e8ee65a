/** A checked message on its way to be accepted. Addresses as the caller wrote them, names in RFC 2047 words. */
export interface Draft {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly headers: readonly Header[];
  readonly attachments: readonly Attachment[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string | undefined;
  readonly tracking: Tracking;
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** What SES may put into this one message. */
export interface Tracking {
  readonly opens: boolean;
  readonly clicks: boolean;
}

/** Everybody the message goes to; each counts against the quota. */
export const recipients = (draft: Pick<Draft, "to" | "cc" | "bcc">) => [
  ...draft.to,
  ...draft.cc,
  ...draft.bcc,
];
