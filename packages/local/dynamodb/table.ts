import type { Index, Table } from "../../../infra/table.ts";
import { arn } from "../wire/names.ts";

/** The table as DescribeTable answers it; dynalite's actions read the same object. */
export type TableDescription = ReturnType<typeof describe>;

/** ElectroDB reads an item's entity and version from every row it is given, also from an index. */
const ELECTRODB = ["__edb_e__", "__edb_v__"];

const schema = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];

/** Turns `infra/table.ts` into a table description. `created` is in epoch milliseconds. */
export function describe(table: Table, created: number) {
  const tableArn = arn("dynamodb", `table/${table.name}`);
  const names = [table.keys, ...table.indexes].flatMap(({ partition, sort }) => [partition, sort]);
  const label = new Date(created).toISOString().slice(0, 23);
  return {
    TableName: table.name,
    TableArn: tableArn,
    TableStatus: "ACTIVE",
    CreationDateTime: created / 1000,
    AttributeDefinitions: [...new Set(names)].map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: schema(table.keys),
    BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
    GlobalSecondaryIndexes: table.indexes.map((index) => describeIndex(index, tableArn)),
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream },
    LatestStreamLabel: label,
    LatestStreamArn: `${tableArn}/stream/${label}`,
    ItemCount: 0,
    TableSizeBytes: 0,
  };
}

function describeIndex(index: Index, tableArn: string) {
  return {
    IndexName: index.name,
    IndexArn: `${tableArn}/index/${index.name}`,
    IndexStatus: "ACTIVE",
    KeySchema: schema(index),
    Projection:
      index.projection === "ALL"
        ? { ProjectionType: "ALL" }
        : {
            ProjectionType: "INCLUDE",
            NonKeyAttributes: [...new Set([...index.projection, ...ELECTRODB])],
          },
    ItemCount: 0,
    IndexSizeBytes: 0,
  };
}
