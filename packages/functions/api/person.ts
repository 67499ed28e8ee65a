import { Campaign } from "@perennial/core/campaign";
import { Candidate } from "@perennial/core/candidate";
import type { Person } from "@perennial/core/candidate/views.ts";
import { Template } from "@perennial/core/template";

/** A person's page needs the names of campaigns and templates, which are other nouns: asked for beside hers. */
async function page(input: { candidateId: string }): Promise<Person> {
  const [named, { campaigns }, { templates }] = await Promise.all([
    Candidate.person(input),
    Campaign.list(),
    Template.list(),
  ]);
  return named({
    campaigns: new Map(campaigns.map(({ campaignId, name }) => [campaignId, name])),
    templates: new Map(templates.map(({ templateId, name }) => [templateId, name])),
  });
}

export const person = Object.assign(page, { schema: Candidate.person.schema });
