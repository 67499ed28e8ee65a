export { type Definition, type Draft, define, payload } from "./define.ts";
export { Info } from "./event.schema.ts";
export * as Event from "./index.ts";
export { type Warm, warmOn } from "./warm.ts";
