import { Entity } from "electrodb";

/** What a colleague wrote down about a person. It is its own log entry, and goes with the person. */
export const NoteEntity = new Entity({
  model: { service: "perennial", entity: "note", version: "1" },
  attributes: {
    noteId: { type: "string", required: true },
    candidateId: { type: "string", required: true },
    text: { type: "string", required: true },
    recruiterId: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["noteId"] },
    },
  },
});
