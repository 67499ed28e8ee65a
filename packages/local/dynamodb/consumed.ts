import type { Units } from "./capacity.ts";

/** Which extra field transactions report beside `CapacityUnits`. */
type Kind = "WriteCapacityUnits" | "ReadCapacityUnits";

/** The ConsumedCapacity of one table, in the detail that was asked for; undefined when none was. Units are counted only then. */
export function consumed(asked: unknown, table: string, count: () => Units, transaction?: Kind) {
  if (asked !== "TOTAL" && asked !== "INDEXES") return undefined;
  const units = count();
  const amount = (n: number) => ({ CapacityUnits: n, ...(transaction && { [transaction]: n }) });
  const total = Object.values(units.indexes).reduce((sum, n) => sum + n, units.table);
  if (asked === "TOTAL") return { TableName: table, ...amount(total) };
  const indexes = Object.entries(units.indexes).map(([name, n]) => [name, amount(n)]);
  return {
    TableName: table,
    ...amount(total),
    Table: amount(units.table),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(indexes) }),
  };
}
