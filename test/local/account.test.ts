import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importJWK, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAccount } from "../../packages/local/auth/account.ts";
import { openKeys } from "../../packages/local/auth/keys.ts";
import { people } from "../../packages/local/auth/people.ts";
import { openSecondFactors } from "../../packages/local/auth/second-factor.ts";
import { codeOf, stepAt } from "../../packages/local/auth/totp.ts";
import { openStore, type Store } from "../../packages/local/store.ts";

const ISSUER = "http://127.0.0.1:4401/oidc";
const NOW = Date.parse("2026-12-01T09:00:00Z");
const STEP = stepAt(NOW);
const ana = people[0]?.sub ?? "";

let dir: string;
let store: Store;
let token: string;
let factors: ReturnType<typeof openSecondFactors>;
let account: ReturnType<typeof createAccount>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "account-"));
  store = await openStore(dir);
  factors = openSecondFactors(store, () => NOW);
  const { signing } = await openKeys(store);
  account = createAccount(ISSUER, signing, factors);
  token = await tokenWith({ token_use: "access", scope: "openid aws.cognito.signin.user.admin" });
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

async function tokenWith(claims: Record<string, unknown>, ends = "1h") {
  const { signing } = await openKeys(store);
  const made = new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: signing.kid ?? "" });
  return made
    .setSubject(ana)
    .setIssuer(ISSUER)
    .setExpirationTime(ends)
    .sign(await importJWK(signing, "RS256"));
}
const ask = (name: string, input: Record<string, unknown> = {}, AccessToken: unknown = token) =>
  account(`AWSCognitoIdentityProviderService.${name}`, { AccessToken, ...input });
const preference = (Enabled: boolean) =>
  ask("SetUserMFAPreference", { SoftwareTokenMfaSettings: { Enabled, PreferredMfa: Enabled } });
const secretOf = async () => ((await ask("AssociateSoftwareToken")) as { SecretCode: string }).SecretCode;
const verified = async () => {
  const secret = await secretOf();
  await ask("VerifySoftwareToken", { UserCode: codeOf(secret, STEP) });
  return secret;
};

test("it is set up, verified, preferred and turned off as Cognito answers it", async () => {
  const off = { Username: "ana", UserAttributes: expect.arrayContaining([{ Name: "sub", Value: ana }]) };
  expect(await ask("GetUser")).toEqual(off);
  const secret = await secretOf();
  const UserCode = codeOf(secret, STEP);
  expect(await ask("VerifySoftwareToken", { UserCode })).toEqual({ Status: "SUCCESS" });
  expect(await ask("GetUser")).toEqual(off);
  expect(await preference(true)).toEqual({});
  const on = { UserMFASettingList: ["SOFTWARE_TOKEN_MFA"], PreferredMfaSetting: "SOFTWARE_TOKEN_MFA" };
  expect(await ask("GetUser")).toEqual({ ...off, ...on });
  expect(await openSecondFactors(store).isOn(ana), "after a restart").toBe(true);
  expect(await preference(false)).toEqual({});
  expect(await ask("GetUser")).toEqual(off);
});

test("what Cognito refuses is refused by its name", async () => {
  const refusal = (name: string) => expect.objectContaining({ name });
  const verify = (UserCode: string) => ask("VerifySoftwareToken", { UserCode });
  await expect(verify("123456")).rejects.toEqual(refusal("SoftwareTokenMFANotFoundException"));
  await expect(preference(true)).rejects.toEqual(refusal("InvalidParameterException"));
  const secret = await secretOf();
  const stale = codeOf(secret, STEP - 2);
  await expect(verify(stale)).rejects.toEqual(refusal("EnableSoftwareTokenMFAException"));
  await expect(verify("12345")).rejects.toEqual(refusal("InvalidParameterException"));
  await expect(preference(true)).rejects.toEqual(refusal("InvalidParameterException"));
  await expect(ask("DeleteUser")).rejects.toEqual(refusal("UnknownOperationException"));
});

test("only an access token of this issuer with the scope is let in", async () => {
  const scope = "aws.cognito.signin.user.admin";
  const bad = [
    "nonsense",
    await tokenWith({ token_use: "access", scope: "openid email" }),
    await tokenWith({ token_use: "id", scope }),
    await tokenWith({ token_use: "access", scope }, "-1m"),
  ];
  for (const it of bad)
    await expect(ask("GetUser", {}, it)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  await expect(account("AWSCognitoIdentityProviderService.GetUser", {})).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("a code lets in once, also when it comes twice at the same time", async () => {
  const secret = await verified();
  await preference(true);
  expect(await factors.take(ana, codeOf(secret, STEP)), "the one it was set up with").toBe(false);
  const next = codeOf(secret, STEP + 1);
  expect(await Promise.all([factors.take(ana, next), factors.take(ana, next)])).toEqual([true, false]);
});

test("a new key counts once it is verified, and the old one until then", async () => {
  const old = await verified();
  await preference(true);
  const fresh = await secretOf();
  expect(await factors.take(ana, codeOf(old, STEP + 1))).toBe(true);
  await ask("VerifySoftwareToken", { UserCode: codeOf(fresh, STEP) });
  expect(await factors.take(ana, codeOf(old, STEP + 1))).toBe(false);
  expect(await factors.take(ana, codeOf(fresh, STEP + 1))).toBe(true);
});
