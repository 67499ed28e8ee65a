import { Entity } from "electrodb";

/** A colleague who has signed in. The role comes with every sign-in; what is kept here gives her id in the log a name. */
export const RecruiterEntity = new Entity({
  model: { service: "perennial", entity: "recruiter", version: "1" },
  attributes: {
    recruiterId: { type: "string", required: true },
    name: { type: "string", required: true },
    email: { type: "string", required: true },
    role: { type: ["admin", "recruiter", "viewer"] as const, required: true },
    firstSeenAt: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["recruiterId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["recruiterId"] },
    },
  },
});
