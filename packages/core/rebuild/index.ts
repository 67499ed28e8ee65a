export * as Rebuild from "./index.ts";
export type { Part } from "./part.ts";
export { type Report, replay } from "./replay.ts";
