import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Entity, Service } from "electrodb";

/** A person and a counter as ElectroDB keeps them, on the product's table. */
export function modelOn(client: DynamoDBDocumentClient, table: string) {
  const options = { client, table };
  const person = new Entity(
    {
      model: { entity: "person", version: "1", service: "test" },
      attributes: {
        personId: { type: "string", required: true },
        stage: { type: "string", required: true },
        campaignId: { type: "string" },
        dueAt: { type: "string" },
        tags: { type: "set", items: "string" },
        score: { type: "number", default: 0 },
        name: { type: "string" },
      },
      indexes: {
        primary: { pk: { field: "pk", composite: ["personId"] }, sk: { field: "sk", composite: [] } },
        byStage: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["stage"] },
          sk: { field: "gsi1sk", composite: ["personId"] },
        },
        due: {
          index: "gsi4",
          pk: { field: "gsi4pk", composite: ["campaignId"] },
          sk: { field: "gsi4sk", composite: ["dueAt"] },
        },
      },
    },
    options,
  );
  const counter = new Entity(
    {
      model: { entity: "counter", version: "1", service: "test" },
      attributes: { name: { type: "string", required: true }, n: { type: "number", default: 0 } },
      indexes: { primary: { pk: { field: "pk", composite: ["name"] }, sk: { field: "sk", composite: [] } } },
    },
    options,
  );
  return { person, counter, service: new Service({ person, counter }, options) };
}
