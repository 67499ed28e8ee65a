import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** The SDK's client on a local endpoint. It does not retry, so that a test sees each answer. */
export const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
