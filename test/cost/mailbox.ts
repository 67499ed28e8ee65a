import { engagement } from "../../infra/engagement.ts";
import type { Mailboxes } from "../../packages/local/email/outcome.ts";
import { happens } from "./dice.ts";

/** Mailboxes that refuse as many mails as the rates say; which, follows from person and step. */
export const mailboxes: Mailboxes = ({ candidate = "", step = "" }) => {
  if (happens(engagement.delivered, "delivered", candidate, step)) return "takes";
  return happens(engagement.hardBounced, "hard", candidate, step) ? "unknown" : "full";
};
