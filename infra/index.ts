/** What the system is made of. `stacks/` builds it on AWS, `packages/local` on a laptop; both read this and nothing else. */
export { alarms } from "./alarms.ts";
export { auth } from "./auth.ts";
export { bus, queues, rules } from "./bus.ts";
export { email, secondPath } from "./email.ts";
export { firewall } from "./firewall.ts";
export { functions } from "./functions.ts";
export { routes } from "./http.ts";
export { pipe } from "./pipe.ts";
export { schedules } from "./schedules.ts";
export { storage } from "./storage.ts";
export { table } from "./table.ts";
export { gatewayPaths, web, webPolicy } from "./web.ts";
export { campaignWorkflow, workflow } from "./workflows/campaign.ts";
export { importing, importWorkflow } from "./workflows/import.ts";
