import { Entity } from "electrodb";

export const TaskEntity = new Entity({
  model: { service: "perennial", entity: "task", version: "1" },
  attributes: {
    taskId: { type: "string", required: true },
    candidateId: { type: "string", required: true },
    kind: { type: ["task", "notice"] as const, required: true },
    words: { type: "string", required: true },
    dueOn: { type: "string", required: true },
    assignee: { type: "string", required: true },
    campaignId: { type: "string" },
    actor: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    doneAt: { type: "string" },
    doneBy: { type: "string" },
    /** Copies of assignee and day, there only while it is open: whoever is done is in no index. */
    openFor: { type: "string" },
    openOn: { type: "string" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["taskId"] },
    },
    open: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["openFor"] },
      sk: { field: "gsi1sk", composite: ["openOn"] },
    },
  },
});
