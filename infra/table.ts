/**
 * The one DynamoDB table. Each index answers a question; the entities in core name it for that question:
 * gsi1 what has the organisation set up, and who is warm; gsi2 what did this recruiter do; gsi3 everybody, in 64
 * shards, with the facts that rules are evaluated over; gsi4 who is due in this campaign; gsi5 who left this campaign and why.
 */
export const table = {
  name: "perennial",
  keys: { partition: "pk", sort: "sk" },
  ttl: "expiresAt",
  stream: "NEW_AND_OLD_IMAGES",
  pointInTimeRecovery: true,
  indexes: [
    { name: "gsi1", partition: "gsi1pk", sort: "gsi1sk", projection: "ALL" },
    { name: "gsi2", partition: "gsi2pk", sort: "gsi2sk", projection: "ALL" },
    { name: "gsi3", partition: "gsi3pk", sort: "gsi3sk", projection: ["candidateId", "facts"] },
    {
      name: "gsi4",
      partition: "gsi4pk",
      sort: "gsi4sk",
      projection: ["candidateId", "campaignId", "enrolmentId", "shard", "stands", "dueAt"],
    },
    {
      name: "gsi5",
      partition: "gsi5pk",
      sort: "gsi5sk",
      projection: ["candidateId", "campaignId", "enrolmentId", "shard", "stands", "end", "endedAt"],
    },
  ],
} as const satisfies Table;

export interface Table {
  readonly name: string;
  readonly keys: { readonly partition: string; readonly sort: string };
  readonly ttl: string;
  readonly stream: "NEW_AND_OLD_IMAGES";
  readonly pointInTimeRecovery: boolean;
  readonly indexes: readonly Index[];
}

export interface Index {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** "ALL", or the attributes to carry besides the keys; ElectroDB's `__edb_e__` and `__edb_v__` are always added. */
  readonly projection: "ALL" | readonly string[];
}
