export type { Banner } from "./banner.ts";
export { createEdge, type EdgeOptions } from "./edge.ts";
export type { HttpEvent } from "./event.ts";
export { createGateway, type Gateway, type GatewayOptions } from "./gateway.ts";
