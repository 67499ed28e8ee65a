import type { Known } from "../candidate/load.ts";
import type { Mailed, Reason } from "../enrolment/enrolment.schema.ts";
import type * as Gate from "../gate/index.ts";
import type { Tally } from "../metric/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { MessageClass } from "../suppression/classes.ts";
import type { Content } from "./compose.ts";

/** One mail to one person, rendered and ready to be claimed. */
export interface Letter {
  readonly messageId: string;
  readonly class: MessageClass;
  readonly known: Known;
  readonly organisation: Settings;
  readonly content: Content;
  readonly reason: Reason;
  readonly unsubscribeUrl?: string;
  /** Where answers go; the sender's own address where it is left out. */
  readonly replyTo?: string;
  /** It tells her where we have her data from, which she was owed. */
  readonly notice?: boolean;
  /** The organisation's terms for writing to people. */
  readonly terms?: Gate.Terms;
  readonly campaignId?: string;
  readonly stepId?: string;
  readonly enrolmentId?: string;
  readonly templateId?: string;
  readonly templateRevision?: number;
  /** What counts its acceptance together with others'; where there is none the log's subscriber does. */
  readonly tally?: Tally;
  /** Asked once more, right before SES: does the campaign still want this? */
  readonly wanted: () => Promise<boolean>;
}

/** What became of it. `notBefore`: nothing was lost, look again then. */
export type Delivery =
  | { readonly kind: "settled"; readonly state: "accepted" | "rejected" | "unknown"; readonly mail: Mailed }
  | { readonly kind: "open"; readonly notBefore: Date; readonly code: string };
