import { ApiError } from "../api/problem.ts";
import { config } from "../config/index.ts";
import { session } from "../session/manager.ts";
import { refused } from "./refused.ts";

/** What Cognito's user pools API is asked on behalf of the signed-in person; shapes by its API reference. */
interface Calls {
  GetUser: { readonly input: object; readonly output: { readonly UserMFASettingList?: readonly string[] } };
  AssociateSoftwareToken: { readonly input: object; readonly output: { readonly SecretCode: string } };
  VerifySoftwareToken: {
    readonly input: { readonly UserCode: string };
    readonly output: { readonly Status: "SUCCESS" | "ERROR" };
  };
  SetUserMFAPreference: {
    readonly input: {
      readonly SoftwareTokenMfaSettings: { readonly Enabled: boolean; readonly PreferredMfa: boolean };
    };
    readonly output: object;
  };
}

/** Asks with the access token, which an hour ends; where it has, with a fresh one. Fails with `ApiError`. */
async function ask<Name extends keyof Calls>(
  name: Name,
  input: Calls[Name]["input"],
): Promise<Calls[Name]["output"]> {
  const token = await session.accessToken();
  const first = await post(name, { ...input, AccessToken: token });
  if (first.ok || first.code !== "NotAuthorizedException") return taken(first);
  await session.renew();
  const fresh = await session.accessToken();
  return taken(fresh === token ? first : await post(name, { ...input, AccessToken: fresh }));
}

type Answer<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly code: string; readonly status: number };

async function post<Name extends keyof Calls>(
  name: Name,
  body: object,
): Promise<Answer<Calls[Name]["output"]>> {
  const response = await fetch(config().accountUrl, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${name}`,
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, { detail: "The sign-in service did not answer." });
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, body: answer as Calls[Name]["output"] };
  return { ok: false, code: codeOf(answer), status: response.status };
}

function taken<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.body;
  throw refused(answer.code, answer.status);
}

/** AWS writes an error's name bare or behind a namespace and `#`. */
const codeOf = (answer: unknown) =>
  typeof answer === "object" && answer !== null && "__type" in answer
    ? (String(answer.__type).split("#").pop() ?? "")
    : "";

const TOTP = "SOFTWARE_TOKEN_MFA";

/** The second factor of the person who is signed in: a code of an authenticator app (TOTP). */
export const SecondFactor = {
  isOn: async () => (await ask("GetUser", {})).UserMFASettingList?.includes(TOTP) ?? false,
  /** A fresh secret; the one before counts until this is verified. */
  secret: async () => (await ask("AssociateSoftwareToken", {})).SecretCode,
  async turnOn(code: string) {
    const { Status } = await ask("VerifySoftwareToken", { UserCode: code });
    if (Status !== "SUCCESS") throw refused("EnableSoftwareTokenMFAException", 400);
    await prefer(true);
  },
  turnOff: () => prefer(false),
};

const prefer = (on: boolean) =>
  ask("SetUserMFAPreference", { SoftwareTokenMfaSettings: { Enabled: on, PreferredMfa: on } });
