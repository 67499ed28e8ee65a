export { due, earliest, members } from "./due.ts";
export { End, Info, Reason, SHARDS } from "./enrolment.schema.ts";
export { enter, read, shardOf } from "./enter.ts";
export * as Enrolment from "./index.ts";
export { endAll, type Move, move } from "./move.ts";
export { type Person, putOff } from "./put-off.ts";
