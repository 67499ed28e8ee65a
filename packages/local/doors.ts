import { join } from "node:path";
import { auth as authSpec, routes } from "../../infra/index.ts";
import { type Auth, startAuth } from "./auth/index.ts";
import { createConsole } from "./console/index.ts";
import { createEdge, createGateway } from "./http/index.ts";
import type { listen } from "./loopback.ts";
import type { Ground, Services } from "./services.ts";
import { sourcesOf } from "./sources.ts";

/** A port that is ours already and answers once it is told how. */
export interface Door {
  readonly origin: string;
  close(): Promise<void>;
  serve(listener: Parameters<typeof listen>[0]): void;
}

/** What people reach: the product's port (edge, gateway, web app) and the console's (inbox, clock, sign-in). */
export async function openDoors(product: Door, desk: Door, ground: Ground, services: Services) {
  const { siteUrl, consoleUrl, clock, journal, store, meter } = ground;
  const auth = await startAuth({
    auth: authSpec,
    issuer: `${consoleUrl}/oidc`,
    store,
    redirectUris: [`${siteUrl}${authSpec.callbackPath}`],
    signedOutUris: [`${siteUrl}/`],
  });
  const jwt = { issuer: auth.issuer, audience: authSpec.clientId, jwksUri: auth.jwksUri };
  const gateway = createGateway({
    ...{ routes, clock, journal, invoke: services.invoke, jwt },
    ...(meter ? { meter } : {}),
  });
  const addresses = addressesOf(siteUrl, consoleUrl);
  desk.serve(createConsole({ sources: sourcesOf({ addresses, clock, journal, services }), auth }));
  product.serve(
    createEdge({
      gateway,
      issuer: auth.issuer,
      files: services.storage.endpoint,
      webRoot: join(ground.root, "packages/web/dist"),
      banner: { inbox: `${consoleUrl}/inbox`, console: consoleUrl },
      config: configOf(auth, siteUrl),
    }),
  );
  return { auth, gateway, addresses };
}

/** What the web app is told about where it runs. */
const configOf = ({ issuer, accountUrl }: Auth, siteUrl: string) => ({
  issuer,
  accountUrl,
  mfa: "optional",
  clientId: authSpec.clientId,
  scopes: authSpec.scopes.join(" "),
  siteUrl,
  specimen: true,
});

const addressesOf = (site: string, desk: string) => [
  { name: "Recruiter app", url: `${site}/`, purpose: "for recruiters: people, templates, campaigns" },
  { name: "Sign-up form", url: `${site}/join`, purpose: "what candidates see" },
  { name: "Inbox", url: `${desk}/inbox`, purpose: "every mail of this machine; none leaves it" },
  { name: "Local console", url: `${desk}/`, purpose: "executions, events, dead letters, the clock" },
];
