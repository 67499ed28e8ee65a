import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { entities } from "../service.ts";
import { client } from "../table.ts";
import { COUNTED_TYPES, type Item, KINDS } from "./item.ts";

const named = (name: string, values: readonly string[]) =>
  Object.fromEntries(values.map((value, index) => [`:${name}${index}`, value]));
const KIND_VALUES = named("kind", KINDS);
const TYPE_VALUES = named("type", COUNTED_TYPES);
const oneOf = (values: object) => `(${Object.keys(values).join(", ")})`;

/** Only what is needed comes over the wire: no words about anybody, no events that nothing is counted by. */
const WANTED = {
  FilterExpression: `#kind IN ${oneOf(KIND_VALUES)} OR (#kind = :event AND #type IN ${oneOf(TYPE_VALUES)})`,
  ExpressionAttributeNames: { "#kind": "__edb_e__", "#type": "type" },
  ExpressionAttributeValues: { ...KIND_VALUES, ...TYPE_VALUES, ":event": "event" },
};

/**
 * One segment of a parallel scan of the table, read strongly, a megabyte at a time; answers what lies under one partition key together.
 * Items of one are stored side by side, so that no more than a page and a person is in memory (DynamoDB guide, "Partitions and data
 * distribution").
 */
export async function* partitions(segment: number, segments: number): AsyncGenerator<readonly Item[]> {
  let together: Item[] = [];
  for await (const page of pages(segment, segments))
    for (const item of page) {
      if (together.length > 0 && together[0]?.pk !== item.pk) {
        yield together;
        together = [];
      }
      together.push(item);
    }
  if (together.length > 0) yield together;
}

async function* pages(Segment: number, TotalSegments: number): AsyncGenerator<readonly Item[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        ...WANTED,
        ...{ TableName: tableName(), ConsistentRead: true, Segment, TotalSegments },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield Items;
    start = LastEvaluatedKey;
  } while (start);
}

const tableName = (): string =>
  (entities.gate.get({ candidateId: "" }).params() as unknown as { readonly TableName: string }).TableName;
