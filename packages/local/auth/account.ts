import { createLocalJWKSet, type JWK, jwtVerify } from "jose";
import { z } from "zod";
import { bySub, type Person } from "./people.ts";
import type { SecondFactor } from "./second-factor.ts";

/** What Cognito wants in an access token before it lets somebody change her own account. */
const SCOPE = "aws.cognito.signin.user.admin";
const TOTP = "SOFTWARE_TOKEN_MFA";

/** A refusal as Cognito's API names it. */
export class AccountError extends Error {
  override name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const Token = z.object({ AccessToken: z.string() });
const Code = z.object({ UserCode: z.string().regex(/^\d{6}$/) });
const Preference = z.object({ SoftwareTokenMfaSettings: z.object({ Enabled: z.boolean().default(false) }) });

type Act = (person: Person, input: unknown) => Promise<unknown>;

/**
 * The four calls of Cognito's user pools API that a signed-in person sets her second factor up with: AssociateSoftwareToken,
 * VerifySoftwareToken, SetUserMFAPreference, GetUser (Cognito user pools, API reference).
 */
export function createAccount(issuer: string, key: JWK, factors: SecondFactor) {
  const keys = createLocalJWKSet({ keys: [{ kty: "RSA", ...publicPart(key) }] });
  const acts: Readonly<Record<string, Act>> = {
    AssociateSoftwareToken: async ({ sub }) => ({ SecretCode: await factors.associate(sub) }),
    VerifySoftwareToken: ({ sub }, input) => verify(factors, sub, parsed(Code, input).UserCode),
    SetUserMFAPreference: async ({ sub }, input) => {
      const { SoftwareTokenMfaSettings } = parsed(Preference, input);
      if (await factors.prefer(sub, SoftwareTokenMfaSettings.Enabled)) return {};
      const words = `User does not have delivery config set to turn on ${TOTP}`;
      throw new AccountError("InvalidParameterException", words);
    },
    GetUser: async (person) => userOf(person, await factors.isOn(person.sub)),
  };

  /** @param target the header `x-amz-target` */
  return async (target: string, body: unknown): Promise<unknown> => {
    const act = acts[target.replace(/^AWSCognitoIdentityProviderService\./, "")];
    if (!act) throw new AccountError("UnknownOperationException", "Unknown operation");
    return act(await personOf(parsed(Token, body).AccessToken), body);
  };

  async function personOf(token: string) {
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ["RS256"] }).catch(() => {
      throw new AccountError("NotAuthorizedException", "Invalid Access Token");
    });
    const person = bySub(payload.sub ?? "");
    if (payload.token_use !== "access" || !person)
      throw new AccountError("NotAuthorizedException", "Invalid Access Token");
    if (!String(payload.scope).split(" ").includes(SCOPE))
      throw new AccountError("NotAuthorizedException", "Access Token does not have required scopes");
    return person;
  }
}

async function verify(factors: SecondFactor, sub: string, code: string) {
  const outcome = await factors.verify(sub, code);
  if (outcome === "done") return { Status: "SUCCESS" };
  if (outcome === "wrong")
    throw new AccountError(
      "EnableSoftwareTokenMFAException",
      "Code mismatch and fail enable Software Token MFA",
    );
  throw new AccountError("SoftwareTokenMFANotFoundException", "There is no software token to verify");
}

const userOf = ({ sub, username, name, email }: Person, on: boolean) => ({
  Username: username,
  UserAttributes: [
    { Name: "sub", Value: sub },
    { Name: "name", Value: name },
    { Name: "email", Value: email },
    { Name: "email_verified", Value: "true" },
  ],
  ...(on && { UserMFASettingList: [TOTP], PreferredMfaSetting: TOTP }),
});

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, success } = schema.safeParse(input);
  if (success) return data;
  throw new AccountError("InvalidParameterException", "Invalid request");
}

const publicPart = ({ n = "", e = "", kid = "" }: JWK) => ({ n, e, kid, alg: "RS256", use: "sig" });
