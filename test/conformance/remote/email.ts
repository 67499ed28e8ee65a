import {
  CreateConfigurationSetCommand,
  CreateEmailIdentityCommand,
  DeleteConfigurationSetCommand,
  DeleteEmailIdentityCommand,
} from "@aws-sdk/client-sesv2";
import type { Place } from "../place.ts";
import type { Undo } from "../remote.ts";

/** A configuration set, and the sender where nobody verified it. */
export async function makeMail(
  { ses }: Pick<Place, "ses">,
  name: string,
  sender: string | undefined,
  undo: Undo,
) {
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSetName: name }));
  undo(() => ses.send(new DeleteConfigurationSetCommand({ ConfigurationSetName: name })));
  if (sender === undefined) return;
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: sender }));
  undo(() => ses.send(new DeleteEmailIdentityCommand({ EmailIdentity: sender })));
}
