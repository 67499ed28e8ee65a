import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { which } from "../campaign/which.ts";
import { Gate } from "../session/gate.tsx";
import { SignedIn } from "../session/signed-in.tsx";
import { lookFrom } from "../talent/look.ts";
import { NotFound } from "./not-found.tsx";
import { PageFailure } from "./page-failure.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedIn });
const developers = createRoute({
  getParentRoute: () => root,
  path: "/developers",
  component: lazyRouteComponent(() => import("../developers/developers-page.tsx"), "DevelopersPage"),
});
const specimen = createRoute({
  getParentRoute: () => root,
  path: "/_specimen",
  component: lazyRouteComponent(() => import("../specimen/specimen-page.tsx"), "SpecimenPage"),
});

/** All below need a signed-in recruiter. */
const app = createRoute({ getParentRoute: () => root, id: "app", component: Gate });
const home = createRoute({
  getParentRoute: () => app,
  path: "/",
  component: lazyRouteComponent(() => import("../home/home-page.tsx"), "HomePage"),
});
const talent = createRoute({
  getParentRoute: () => app,
  path: "/talent",
  validateSearch: lookFrom,
  component: lazyRouteComponent(() => import("../talent/talent-page.tsx"), "TalentPage"),
});
const person = createRoute({
  getParentRoute: () => app,
  path: "/talent/$candidateId",
  component: lazyRouteComponent(() => import("../person/person-page.tsx"), "PersonPage"),
});
const segments = createRoute({
  getParentRoute: () => app,
  path: "/segments",
  component: lazyRouteComponent(() => import("../segment/segments-page.tsx"), "SegmentsPage"),
});
const newSegment = createRoute({
  getParentRoute: () => app,
  path: "/segments/new",
  component: lazyRouteComponent(() => import("../segment/new-segment-page.tsx"), "NewSegmentPage"),
});
const segment = createRoute({
  getParentRoute: () => app,
  path: "/segments/$segmentId",
  component: lazyRouteComponent(() => import("../segment/segment-page.tsx"), "SegmentPage"),
});
const templates = createRoute({
  getParentRoute: () => app,
  path: "/templates",
  component: lazyRouteComponent(() => import("../template/templates-page.tsx"), "TemplatesPage"),
});
const newTemplate = createRoute({
  getParentRoute: () => app,
  path: "/templates/new",
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === "string" ? { from } : {},
  component: lazyRouteComponent(() => import("../template/new-template-page.tsx"), "NewTemplatePage"),
});
const template = createRoute({
  getParentRoute: () => app,
  path: "/templates/$templateId",
  component: lazyRouteComponent(() => import("../template/template-page.tsx"), "TemplatePage"),
});
const campaigns = createRoute({
  getParentRoute: () => app,
  path: "/campaigns",
  component: lazyRouteComponent(() => import("../campaign/campaigns-page.tsx"), "CampaignsPage"),
});
const newCampaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/new",
  component: lazyRouteComponent(() => import("../campaign/builder/new-campaign-page.tsx"), "NewCampaignPage"),
  validateSearch: ({ segmentId }): { segmentId?: string } =>
    typeof segmentId === "string" ? { segmentId } : {},
});
const campaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId",
  component: lazyRouteComponent(() => import("../campaign/campaign-page.tsx"), "CampaignPage"),
  validateSearch: which,
});
const editCampaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId/edit",
  component: lazyRouteComponent(
    () => import("../campaign/builder/edit-campaign-page.tsx"),
    "EditCampaignPage",
  ),
});
const launchCampaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId/launch",
  component: lazyRouteComponent(() => import("../campaign/launch/launch-page.tsx"), "LaunchPage"),
});
const dryRun = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId/dry-run",
  component: lazyRouteComponent(() => import("../campaign/dry-run/dry-run-page.tsx"), "DryRunPage"),
});
const whyInCampaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId/people/$candidateId",
  component: lazyRouteComponent(() => import("../campaign/why/why-page.tsx"), "WhyPage"),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: "/import",
  component: lazyRouteComponent(() => import("../import/imports-page.tsx"), "ImportsPage"),
});
const oneImport = createRoute({
  getParentRoute: () => app,
  path: "/import/$importId",
  component: lazyRouteComponent(() => import("../import/import-page.tsx"), "ImportPage"),
});
const settings = createRoute({
  getParentRoute: () => app,
  path: "/settings",
  component: lazyRouteComponent(() => import("../organisation/settings-page.tsx"), "SettingsPage"),
});
const account = createRoute({
  getParentRoute: () => app,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/account-page.tsx"), "AccountPage"),
});

const behindSignIn = app.addChildren([
  home,
  talent,
  person,
  segments,
  newSegment,
  segment,
  templates,
  newTemplate,
  template,
  campaigns,
  newCampaign,
  campaign,
  editCampaign,
  launchCampaign,
  dryRun,
  whyInCampaign,
  imports,
  oneImport,
  settings,
  account,
]);

export const router = createRouter({
  routeTree: root.addChildren([signedIn, developers, specimen, behindSignIn]),
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultErrorComponent: PageFailure,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
