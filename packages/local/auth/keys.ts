import { randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { room, type Store } from "../store.ts";

interface Keys {
  /** The private RS256 key that signs tokens. */
  readonly signing: JWK;
  /** Signs the provider's cookies. */
  readonly cookies: string;
}

/** This machine's keys, made once and kept: a token outlives a restart. */
export async function openKeys(store: Store): Promise<Keys> {
  const kept = room<Keys>(store, "auth-keys");
  const found = await kept.get("keys");
  if (found !== undefined) return found;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const signing = {
    ...(await exportJWK(privateKey)),
    alg: "RS256",
    use: "sig",
    kid: randomBytes(8).toString("hex"),
  };
  const made = { signing, cookies: randomBytes(32).toString("hex") };
  await kept.put("keys", made);
  return made;
}
