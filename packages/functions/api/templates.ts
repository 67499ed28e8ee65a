import { Campaign } from "@perennial/core/campaign";
import { Template } from "@perennial/core/template";

/** The library says which campaigns send a template, which is another noun. */
export const templates = Template.list(Campaign.uses);
