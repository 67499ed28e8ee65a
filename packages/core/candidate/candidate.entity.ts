import { Entity } from "electrodb";

export const CandidateEntity = new Entity({
  model: { service: "perennial", entity: "candidate", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    name: { type: "string", required: true },
    locale: { type: ["en", "de"] as const, required: true },
    country: { type: "string" },
    standing: { type: ["pending", "member", "sourced", "left"] as const, required: true },
    stage: {
      type: ["new", "engaged", "in_process", "silver_medallist", "hired", "archived"] as const,
      required: true,
      default: "new",
    },
    tags: { type: "list", items: { type: "string" } },
    title: { type: "string" },
    company: { type: "string" },
    city: { type: "string" },
    skills: { type: "list", items: { type: "string" } },
    interests: { type: "list", items: { type: "string" } },
    experienceYears: { type: "number" },
    openFrom: { type: "string" },
    phone: { type: "string" },
    link: { type: "string" },
    /** What an import recognises her by who came with neither address nor profile: a guard of its own. */
    selfHash: { type: "string" },
    /** What imports said of her last, in prints (import/prints.ts): an unchanged file undoes nothing that was edited since. */
    prints: { type: "string" },
    owner: { type: "string" },
    sample: { type: "boolean" },
    source: { type: "string", required: true },
    answers: { type: "any", required: true, default: () => ({}) },
    createdAt: { type: "string", required: true },
    joinedAt: { type: "string" },
    leftAt: { type: "string" },
    /** Her facts as JSON, which the roster carries (core/facts). With shard and instant: set together once she is listed. */
    facts: { type: "string" },
    roster: { type: "string" },
    listedAt: { type: "string" },
    /** Confirmation and preference mails asked for on a day, so that nobody can flood a mailbox through the form. */
    asks: { type: "any" },
    revision: { type: "number", required: true, default: 0 },
    /** Unconfirmed people are forgotten by the table itself (epoch seconds). */
    expiresAt: { type: "number" },
    trace: { type: "string", required: true },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: [] },
    },
    roster: {
      index: "gsi3",
      pk: { field: "gsi3pk", composite: ["roster"] },
      sk: { field: "gsi3sk", composite: ["listedAt"] },
      projection: ["candidateId", "facts"],
    },
  },
});

export const AddressEntity = new Entity({
  model: { service: "perennial", entity: "address", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    addressId: { type: "string", required: true },
    raw: { type: "string", required: true },
    addressHash: { type: "string", required: true },
    primary: { type: "boolean", required: true },
    confirmedAt: { type: "string" },
    expiresAt: { type: "number" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["addressId"] },
    },
  },
});

/** Who has this address: one guard an address, so that one address never has two people. */
export const GuardEntity = new Entity({
  model: { service: "perennial", entity: "guard", version: "1" },
  attributes: {
    addressHash: { type: "string", required: true },
    candidateId: { type: "string", required: true },
    addressId: { type: "string", required: true },
    expiresAt: { type: "number" },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["addressHash"] }, sk: { field: "sk", composite: [] } },
  },
});
