import type { IncomingMessage, RequestListener } from "node:http";
import { web, webPolicy } from "../../../infra/web.ts";
import { type Answer, plain, refusalAnswer, write } from "./answer.ts";
import { BANNER_CSS, type Banner, bannerStyle, withBanner } from "./banner.ts";
import type { Gateway } from "./gateway.ts";
import { Refusal } from "./refusal.ts";
import { compressed, createSite } from "./site.ts";
import { targetOf } from "./target.ts";

export interface EdgeOptions {
  readonly gateway: Gateway;
  /** The built web app, `packages/web/dist`. */
  readonly webRoot: string;
  readonly banner: Banner;
  /** Where recruiters sign in: the web app may talk to this origin. */
  readonly issuer: string;
  /** Where files are uploaded to, by presigned addresses. */
  readonly files?: string;
  /** What the web app reads at `/config.json`; on AWS a file beside it. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/**
 * The stand-in for CloudFront at the product's port: the API's paths go to the gateway, all others are the web app.
 * Every page of the product gets the banner of a local run.
 */
export function createEdge({
  gateway,
  webRoot,
  banner,
  issuer,
  files,
  config = {},
}: EdgeOptions): RequestListener {
  const site = createSite(webRoot);
  const policy = webPolicy([new URL(issuer).origin, ...(files ? [files] : [])]);

  async function route(request: IncomingMessage): Promise<Answer> {
    const { path } = targetOf(request.url);
    if (path === BANNER_CSS)
      return plain(200, { "content-type": "text/css", "cache-control": "no-cache" }, bannerStyle);
    if (path === "/config.json")
      return plain(
        200,
        { "content-type": "application/json", "cache-control": "no-cache" },
        JSON.stringify(config),
      );
    if (gateway.owns(path)) return withBanner(await gateway.answer(request), banner);
    if (request.method !== "GET" && request.method !== "HEAD") throw new Refusal(405, "Method Not Allowed");
    const { headers, ...answer } = await site.answer(request, path);
    return withBanner({ ...answer, headers: { ...headers, "content-security-policy": policy } }, banner);
  }
  return async (request, response) => {
    const answer = await route(request).catch((error: unknown) =>
      refusalAnswer(error instanceof Refusal ? error : new Refusal(500, "Internal Server Error")),
    );
    const secured = { ...answer, headers: { ...web.security, ...answer.headers } };
    write(request, response, compressed(request, secured));
  };
}
