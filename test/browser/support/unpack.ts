/** Runs once before all browser tests, so that no two of them unpack at the same time. */
export { unpack as setup } from "./chromium.ts";
