import type { Stage, Standing } from "@perennial/core/facts/facts.schema.ts";

/** Where the relationship stands, in the order it usually goes. */
export const STAGES: Readonly<Record<Stage, string>> = {
  new: "New",
  engaged: "In conversation",
  in_process: "In process",
  silver_medallist: "Silver medallist",
  hired: "Hired",
  archived: "Archived",
};

export const STANDINGS: Readonly<Record<Standing, string>> = {
  member: "In the community",
  pending: "Not confirmed",
  sourced: "Added by us",
  left: "Left",
};
