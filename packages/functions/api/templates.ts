import * as Campaign from "@perennial/core/campaign";
import * as Template from "@perennial/core/template";

/** The library says which campaigns send a template, which is another noun. */
export const templates = Template.list(Campaign.uses);
