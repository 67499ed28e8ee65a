import { Campaign } from "@perennial/core/campaign";
import { Candidate } from "@perennial/core/candidate";
import { Form } from "@perennial/core/form";
import { Home } from "@perennial/core/home";
import { Organisation } from "@perennial/core/organisation";
import { Team } from "@perennial/core/team";
import { Template } from "@perennial/core/template";
import { Workspace } from "@perennial/core/workspace";
import { person } from "./person.ts";
import { get, post, put } from "./route.ts";

/**
 * Every route of the recruiters' API. The router, the OpenAPI document, the web client's types and the authorisation tests read this
 * table. The permission stated here is the one that the operation asserts in core.
 */
export const routes = [
  get("/v1/me", Team.me, { permission: "none", summary: "Who is signed in, and what she may do" }),
  get("/v1/home", Home.home, {
    permission: "people.read",
    summary: "Who is warm, what runs, what needs somebody",
  }),
  get("/v1/organisation", Organisation.show, {
    permission: "organisation.read",
    summary: "The organisation's settings",
  }),
  put("/v1/organisation", Workspace.save, { permission: "organisation.write", summary: "Save the settings" }),
  get("/v1/candidates", Candidate.list, { permission: "people.read", summary: "People, newest first" }),
  get("/v1/candidates/{candidateId}", person, { permission: "people.read", summary: "One person" }),
  get("/v1/forms", Form.list, { permission: "campaigns.read", summary: "Sign-up forms and their addresses" }),
  get("/v1/templates", Template.list, { permission: "templates.read", summary: "Every template" }),
  post("/v1/templates", Template.create, {
    permission: "templates.write",
    summary: "Write a template",
    status: 201,
  }),
  get("/v1/templates/{templateId}", Template.get, { permission: "templates.read", summary: "One template" }),
  put("/v1/templates/{templateId}", Template.save, {
    permission: "templates.write",
    summary: "Save a template",
  }),
  post("/v1/template-previews", Template.preview, {
    permission: "templates.read",
    summary: "How a mail will look",
  }),
  get("/v1/campaigns", Campaign.list, { permission: "campaigns.read", summary: "Every campaign" }),
  post("/v1/campaigns", Campaign.create, {
    permission: "campaigns.write",
    summary: "Draft a campaign",
    status: 201,
  }),
  get("/v1/campaigns/{campaignId}", Campaign.page, {
    permission: "campaigns.read",
    summary: "One campaign with its figures",
  }),
  put("/v1/campaigns/{campaignId}", Campaign.save, {
    permission: "campaigns.write",
    summary: "Change a draft",
  }),
  post("/v1/campaigns/{campaignId}/launch", Campaign.launch, {
    permission: "campaigns.launch",
    summary: "Launch a draft",
  }),
  post("/v1/campaigns/{campaignId}/pause", Campaign.pause, {
    permission: "campaigns.launch",
    summary: "Send nothing from now on",
  }),
  post("/v1/campaigns/{campaignId}/resume", Campaign.resume, {
    permission: "campaigns.launch",
    summary: "Go on",
  }),
  post("/v1/campaigns/{campaignId}/stop", Campaign.stop, {
    permission: "campaigns.launch",
    summary: "End it for good",
  }),
] as const;

export type Routes = (typeof routes)[number];
