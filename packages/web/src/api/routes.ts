import type * as Campaign from "@perennial/core/campaign/campaign.schema.ts";
import type { Page as CampaignPage, Row as CampaignRow } from "@perennial/core/campaign/views.ts";
import type { Person, Row as PersonRow } from "@perennial/core/candidate/views.ts";
import type { Home } from "@perennial/core/home/home.view.ts";
import type { Settings } from "@perennial/core/organisation/organisation.schema.ts";
import type { Permission, Role } from "@perennial/core/team/permissions.ts";
import type * as Template from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";

export interface Me {
  readonly recruiterId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** A field that is missing or refused, with the sentence that says what to do. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

export interface Organisation {
  readonly settings: Partial<Settings>;
  readonly revision: number;
  readonly missing: readonly Problem[];
}

export interface FormRow {
  readonly formId: string;
  readonly name: string;
  /** Public address to share. */
  readonly address: string;
}

export interface TemplateRow {
  readonly templateId: string;
  readonly name: string;
  readonly locales: readonly Locale[];
  readonly revision: number;
  readonly updatedAt: string;
}

/** `html` is a whole document. */
export interface Preview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly problems: readonly { readonly message: string }[];
}

type CampaignDraft = Pick<Campaign.Info, "name" | "entry" | "steps">;
type TemplateDraft = Pick<Template.Info, "name" | "wordings">;
type Revision = { readonly revision: number };

/** Every route the app calls, with what goes in and what comes out. Path parameters follow from the path. */
export interface Routes {
  "GET /v1/me": { output: Me };
  "GET /v1/organisation": { output: Organisation };
  "PUT /v1/organisation": { body: Partial<Settings> & Revision; output: Organisation };
  "GET /v1/home": { output: Home };
  "GET /v1/candidates": {
    query: { cursor?: string };
    output: { people: readonly PersonRow[]; cursor?: string };
  };
  "GET /v1/candidates/{candidateId}": { output: Person };
  "GET /v1/forms": { output: { forms: readonly FormRow[] } };
  "GET /v1/templates": { output: { templates: readonly TemplateRow[] } };
  "POST /v1/templates": { body: TemplateDraft; output: Template.Info };
  "GET /v1/templates/{templateId}": { output: Template.Info };
  "PUT /v1/templates/{templateId}": { body: TemplateDraft & Revision; output: Template.Info };
  "POST /v1/template-previews": { body: { wording: Template.Wording; locale: Locale }; output: Preview };
  "GET /v1/campaigns": { output: { campaigns: readonly CampaignRow[] } };
  "POST /v1/campaigns": { body: CampaignDraft; output: Campaign.Info };
  "GET /v1/campaigns/{campaignId}": { output: CampaignPage };
  "PUT /v1/campaigns/{campaignId}": { body: CampaignDraft & Revision; output: Campaign.Info };
  "POST /v1/campaigns/{campaignId}/launch": { body: Revision; output: Campaign.Info };
  "POST /v1/campaigns/{campaignId}/pause": { body: Revision; output: Campaign.Info };
  "POST /v1/campaigns/{campaignId}/resume": { body: Revision; output: Campaign.Info };
  "POST /v1/campaigns/{campaignId}/stop": { body: Revision; output: Campaign.Info };
  "GET /v1/openapi.json": { output: unknown };
}
