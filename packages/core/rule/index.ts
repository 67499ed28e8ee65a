export { compile, needsHappenings, type Predicate } from "./compile.ts";
export { fold } from "./fold.ts";
export * as Rule from "./index.ts";
export { type Condition, Rule as Info, type Truth } from "./rule.schema.ts";
export { simplify } from "./simplify.ts";
export { read } from "./values.ts";
export { words } from "./words.ts";
