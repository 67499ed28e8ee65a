export { Events } from "./events.ts";
export { fail, finish } from "./finish.ts";
export * as Import from "./index.ts";
export { prepare } from "./prepare.ts";
export { list, one, rejected } from "./read.ts";
export { reading } from "./reading.ts";
export { work } from "./work.ts";
export { map, open, remove, start } from "./write.ts";
