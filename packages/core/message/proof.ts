import { Config } from "../config.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { type Content, encodeName, mailable } from "./compose.ts";
import { type Outcome, send } from "./ses.ts";

/** Sends a mail to a colleague, to look at. No candidate's: it is in no ledger, carries none of our ids and is not tracked. */
export const proof = (
  to: string,
  { senderName, senderEmail }: Settings,
  content: Content,
): Promise<Outcome> =>
  send({
    FromEmailAddress: `${encodeName(senderName)} <${senderEmail}>`,
    Destination: { ToAddresses: [mailable(to)] },
    ConfigurationSetName: Config.configurationSet(),
    ConfigurationOverrides: {
      Tracking: { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" },
    },
    Content: {
      Simple: {
        Subject: { Data: content.subject, Charset: "UTF-8" },
        Body: {
          Html: { Data: content.html, Charset: "UTF-8" },
          Text: { Data: content.text, Charset: "UTF-8" },
        },
        Headers: [{ Name: "Auto-Submitted", Value: "auto-generated" }],
      },
    },
  });
