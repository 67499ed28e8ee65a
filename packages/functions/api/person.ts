import * as Campaign from "@perennial/core/campaign";
import * as Candidate from "@perennial/core/candidate";
import * as Template from "@perennial/core/template";

/** A person's page names campaigns and templates, which are other nouns. */
export const person = Candidate.person({ campaigns: Campaign.names, templates: Template.names });
