import { createHmac } from "node:crypto";
import { Config } from "./config.ts";
import { fetchSecret } from "./fetch-secret.ts";

/** On AWS a function is told where its secret is kept and asks for it once, as it starts; a laptop has it in the environment. */
const { PERENNIAL_SECRET_ARN: arn } = process.env;
const kept = arn && (await fetchSecret(arn));

/** The one place that touches the deployment's secret; every purpose gets a key of its own. */
export const Secret = {
  /** Key for one purpose, derived so that a token for one thing can never be read as another. */
  key: (purpose: string) =>
    createHmac("sha256", kept || Config.secret())
      .update(`key:${purpose}`)
      .digest(),
  /** Keyed hash in hex: recognises a value again without keeping it. */
  hash: (purpose: string, value: string) =>
    createHmac("sha256", Secret.key(purpose)).update(value).digest("hex"),
};
