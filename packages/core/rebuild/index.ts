export * as Rebuild from "./index.ts";
export type { Part } from "./part.ts";
export { type Report, replay } from "./replay.ts";
export { type Checked, selfCheck } from "./self-check.ts";
