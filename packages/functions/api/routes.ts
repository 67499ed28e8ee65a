import * as Campaign from "@perennial/core/campaign";
import * as Candidate from "@perennial/core/candidate";
import * as Form from "@perennial/core/form";
import * as Home from "@perennial/core/home";
import * as Import from "@perennial/core/import";
import * as Note from "@perennial/core/note";
import * as Organisation from "@perennial/core/organisation";
import * as Sample from "@perennial/core/sample";
import * as Segment from "@perennial/core/segment";
import * as Task from "@perennial/core/task";
import * as Team from "@perennial/core/team";
import * as Template from "@perennial/core/template";
import * as Workspace from "@perennial/core/workspace";
import { search, toCsv } from "./people.ts";
import { person } from "./person.ts";
import { get, post, put } from "./route.ts";
import { removeSegment } from "./segments.ts";
import { templates } from "./templates.ts";

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
  put("/v1/organisation/policy", Organisation.savePolicy, {
    permission: "organisation.write",
    summary: "Save when and on what ground people are written to",
  }),
  get("/v1/organisation/consent-changes", Organisation.consentChanges, {
    permission: "organisation.read",
    summary: "Who changed where consent is needed first, when and why",
  }),
  get("/v1/recruiters", Team.list, { permission: "people.read", summary: "Colleagues who have signed in" }),
  get("/v1/candidates", Candidate.list, { permission: "people.read", summary: "People, newest first" }),
  get("/v1/candidates/{candidateId}", person, { permission: "people.read", summary: "One person" }),
  put("/v1/candidates/{candidateId}", Candidate.edit, {
    permission: "people.write",
    summary: "Change a profile; null takes a detail away",
  }),
  post("/v1/candidates/{candidateId}/notes", Note.write, {
    permission: "people.write",
    summary: "Write a note",
    status: 201,
  }),
  post("/v1/candidates/{candidateId}/notes/{noteId}/removal", Note.remove, {
    permission: "people.write",
    summary: "Take back a note of your own",
  }),
  post("/v1/candidates/{candidateId}/tasks", Task.set, {
    permission: "people.write",
    summary: "Write yourself a task",
    status: 201,
  }),
  post("/v1/candidates/{candidateId}/tasks/{taskId}/done", Task.finish, {
    permission: "people.write",
    summary: "Tick a task off, or take the tick back",
  }),
  post("/v1/candidates/{candidateId}/replied", Candidate.replied, {
    permission: "people.write",
    summary: "She answered: her campaigns end",
  }),
  post("/v1/candidates/{candidateId}/replied/{actId}/undo", Candidate.takeBack, {
    permission: "people.write",
    summary: "She did not answer: her campaigns go on",
  }),
  post("/v1/candidates/{candidateId}/contacted", Candidate.contacted, {
    permission: "people.write",
    summary: "Somebody talked with her",
  }),
  post("/v1/candidates/{candidateId}/contacted/{actId}/undo", Candidate.takeBack, {
    permission: "people.write",
    summary: "Nobody talked with her",
  }),
  post("/v1/candidates/{candidateId}/do-not-contact", Candidate.doNotContact, {
    permission: "people.write",
    summary: "Nobody writes to her, or takes that back",
  }),
  post("/v1/candidates/{candidateId}/erasure", Candidate.eraseFor, {
    permission: "people.write",
    summary: "She asked to be forgotten",
  }),
  post("/v1/candidate-searches", search, {
    permission: "people.read",
    summary: "People by words, facets and segment, with what else there is to choose",
  }),
  post("/v1/candidate-tags", Candidate.tagMany, { permission: "people.write", summary: "Tag many people" }),
  post("/v1/candidate-exports", toCsv, {
    permission: "people.export",
    summary: "People as CSV, a thousand a call",
  }),
  get("/v1/sample", Sample.show, { permission: "people.read", summary: "How far the sample workspace is" }),
  post("/v1/sample", Sample.lay, { permission: "people.sample", summary: "Lay out the sample workspace" }),
  post("/v1/sample/removal", Sample.remove, {
    permission: "people.sample",
    summary: "Remove the sample workspace",
  }),
  get("/v1/imports", Import.list, { permission: "people.import", summary: "Every import, newest first" }),
  post("/v1/imports", Import.open, {
    permission: "people.import",
    summary: "Open an import: answers where to upload its file",
    status: 201,
  }),
  get("/v1/imports/{importId}", Import.one, {
    permission: "people.import",
    summary: "One import with what became of its rows",
  }),
  post("/v1/imports/{importId}/reading", Import.reading, {
    permission: "people.import",
    summary: "How the uploaded file is written, with proposals for its columns",
  }),
  put("/v1/imports/{importId}", Import.map, {
    permission: "people.import",
    summary: "Say what columns and ground are; answers what would come of it",
  }),
  post("/v1/imports/{importId}/start", Import.start, {
    permission: "people.import",
    summary: "Read the people in",
  }),
  post("/v1/imports/{importId}/removal", Import.remove, {
    permission: "people.import",
    summary: "Take a file away that nobody was read from",
  }),
  get("/v1/imports/{importId}/rejected", Import.rejected, {
    permission: "people.import",
    summary: "Where the rejected rows can be saved from",
  }),
  get("/v1/forms", Form.list, { permission: "campaigns.read", summary: "Sign-up forms and their addresses" }),
  get("/v1/templates", templates, { permission: "templates.read", summary: "Every template" }),
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
  post("/v1/template-tests", Template.test, {
    permission: "templates.write",
    summary: "Send a wording to yourself, to look at",
  }),
  post("/v1/template-previews", Template.preview, {
    permission: "templates.read",
    summary: "How a mail will look",
  }),
  get("/v1/facts", Segment.facts, { permission: "people.read", summary: "What rules can ask about" }),
  get("/v1/segments", Segment.list, { permission: "people.read", summary: "Every segment" }),
  post("/v1/segments", Segment.create, {
    permission: "segments.write",
    summary: "Keep a rule as a segment",
    status: 201,
  }),
  get("/v1/segments/{segmentId}", Segment.get, { permission: "people.read", summary: "One segment" }),
  put("/v1/segments/{segmentId}", Segment.save, {
    permission: "segments.write",
    summary: "Save a segment",
  }),
  post("/v1/segments/{segmentId}/removal", removeSegment, {
    permission: "segments.write",
    summary: "Remove a segment",
  }),
  get("/v1/segment-sizes", Segment.sizes, {
    permission: "people.read",
    summary: "How many people each segment holds",
  }),
  post("/v1/segment-previews", Segment.preview, {
    permission: "people.read",
    summary: "Who a rule finds, and whom of them a mail would reach",
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
  post("/v1/campaigns/{campaignId}/not-yet", Campaign.notYet, {
    permission: "campaigns.launch",
    summary: "Take a launch back within its ten minutes",
  }),
  post("/v1/campaigns/{campaignId}/start-now", Campaign.startNow, {
    permission: "campaigns.launch",
    summary: "Start a launched campaign before its ten minutes are over",
  }),
  get("/v1/campaigns/{campaignId}/launch-page", Campaign.launchPage, {
    permission: "campaigns.read",
    summary: "What a launch now would do",
  }),
  post("/v1/campaigns/{campaignId}/dry-run", Campaign.dryRun, {
    permission: "campaigns.read",
    summary: "Every decision a campaign would make if nobody reacts",
  }),
  get("/v1/campaigns/{campaignId}/people", Campaign.people, {
    permission: "campaigns.read",
    summary: "Who stands where in a campaign",
  }),
  get("/v1/campaigns/{campaignId}/people/{candidateId}/why", Campaign.why, {
    permission: "people.read",
    summary: "Why somebody did or did not get the mails of a campaign",
  }),
  post("/v1/campaigns/{campaignId}/people", Campaign.putIn, {
    permission: "campaigns.launch",
    summary: "Put people into a campaign by hand; says who is left out and why",
  }),
  post("/v1/campaigns/{campaignId}/people-stops", Campaign.stopPeople, {
    permission: "campaigns.launch",
    summary: "Take people out of a campaign",
  }),
  get("/v1/campaigns/{campaignId}/history", Campaign.history, {
    permission: "campaigns.read",
    summary: "Versions of a campaign and what was done to it",
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
