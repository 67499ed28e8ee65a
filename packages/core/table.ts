import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { lean } from "./table/lean.ts";

/** The one DynamoDB client. Retries are the SDK's: every write that matters is conditional, so a retry is safe. */
export const client = lean(new DynamoDBClient({ maxAttempts: 4 }));
