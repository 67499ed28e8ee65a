export { already, confirm, confirmed } from "./confirm.ts";
export { erase, erased } from "./erase.ts";
export * as Page from "./index.ts";
export { FIELDS, type Field, type Join, join, TRAP } from "./join.ts";
export { type Preferences, preferences, type Switches, saved } from "./preferences.ts";
export { fault, type Reason, refused, unreadable } from "./refused.ts";
export { sent } from "./sent.ts";
export { unsubscribe, unsubscribed } from "./unsubscribe.ts";
