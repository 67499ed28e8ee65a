import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { Gate } from "../session/gate.tsx";
import { SignedIn } from "../session/signed-in.tsx";
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
  component: lazyRouteComponent(() => import("../talent/talent-page.tsx"), "TalentPage"),
});
const person = createRoute({
  getParentRoute: () => app,
  path: "/talent/$candidateId",
  component: lazyRouteComponent(() => import("../person/person-page.tsx"), "PersonPage"),
});
const templates = createRoute({
  getParentRoute: () => app,
  path: "/templates",
  component: lazyRouteComponent(() => import("../template/templates-page.tsx"), "TemplatesPage"),
});
const newTemplate = createRoute({
  getParentRoute: () => app,
  path: "/templates/new",
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
  component: lazyRouteComponent(() => import("../campaign/new-campaign-page.tsx"), "NewCampaignPage"),
});
const campaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId",
  component: lazyRouteComponent(() => import("../campaign/campaign-page.tsx"), "CampaignPage"),
});
const editCampaign = createRoute({
  getParentRoute: () => app,
  path: "/campaigns/$campaignId/edit",
  component: lazyRouteComponent(() => import("../campaign/edit-campaign-page.tsx"), "EditCampaignPage"),
});
const settings = createRoute({
  getParentRoute: () => app,
  path: "/settings",
  component: lazyRouteComponent(() => import("../organisation/settings-page.tsx"), "SettingsPage"),
});

const behindSignIn = app.addChildren([
  home,
  talent,
  person,
  templates,
  newTemplate,
  template,
  campaigns,
  newCampaign,
  campaign,
  editCampaign,
  settings,
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
