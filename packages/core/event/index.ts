export { type Definition, type Draft, define, payload } from "./define.ts";
export { Info } from "./event.schema.ts";
export * as Event from "./index.ts";
export { ofCampaign, ofPerson } from "./of.ts";
export { read } from "./read.ts";
export { type Warm, warmOn, whoWasWarm } from "./warm.ts";
