import { createHmac } from "node:crypto";
import { Config } from "./config.ts";

/** The one place that touches the deployment's secret; every purpose gets a key of its own. */
export const Secret = {
  /** Key for one purpose, derived so that a token for one thing can never be read as another. */
  key: (purpose: string) => createHmac("sha256", Config.secret()).update(`key:${purpose}`).digest(),
  /** Keyed hash in hex: recognises a value again without keeping it. */
  hash: (purpose: string, value: string) =>
    createHmac("sha256", Secret.key(purpose)).update(value).digest("hex"),
};
