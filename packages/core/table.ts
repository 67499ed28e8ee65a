import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { lean } from "./table/lean.ts";

/** The one DynamoDB client. Retries are the SDK's: every write that matters is conditional, so a retry is safe. */
export const client = lean(new DynamoDBClient({ maxAttempts: 4 }));

const COLLISION = "TransactionConflictException";

/**
 * A single write that met a transaction at its item was not done, and would be a moment later. The SDK repeats what is marked so, and
 * does not know this error by itself (DynamoDB guide, "Transaction conflict handling").
 */
client.middlewareStack.add(
  (next) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      if (error instanceof Error && error.name === COLLISION) Object.assign(error, { $retryable: {} });
      throw error;
    }
  },
  { step: "deserialize", priority: "high", name: "repeatCollisions" },
);
