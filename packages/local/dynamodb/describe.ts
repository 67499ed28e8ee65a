import { validationError } from "./error.ts";
import { assertTable, type Layer, type Operation } from "./layer.ts";
import type { Ttl, TtlSpec } from "./ttl.ts";

/** DescribeTable, ListTables and the two operations on time to live. There is one table, and `infra/table.ts` makes it. */
export function describes({ table }: Layer, ttl: Ttl) {
  return {
    DescribeTable: async ({ TableName }) => {
      assertTable(table, TableName);
      return { Table: table };
    },
    ListTables: async () => ({ TableNames: [table.TableName] }),
    DescribeTimeToLive: async ({ TableName }) => {
      assertTable(table, TableName);
      const { Enabled, AttributeName } = ttl.spec();
      const description = Enabled
        ? { TimeToLiveStatus: "ENABLED", AttributeName }
        : { TimeToLiveStatus: "DISABLED" };
      return { TimeToLiveDescription: description };
    },
    UpdateTimeToLive: async ({ TableName, TimeToLiveSpecification: spec }) => {
      assertTable(table, TableName);
      if (!isSpec(spec)) throw validationError("TimeToLiveSpecification needs Enabled and AttributeName");
      if (spec.Enabled === ttl.spec().Enabled)
        throw validationError(`TimeToLive is already ${spec.Enabled ? "enabled" : "disabled"}`);
      await ttl.change(spec);
      return { TimeToLiveSpecification: spec };
    },
  } satisfies Readonly<Record<string, Operation>>;
}

function isSpec(spec: unknown): spec is TtlSpec {
  if (typeof spec !== "object" || spec === null) return false;
  return (
    "Enabled" in spec &&
    typeof spec.Enabled === "boolean" &&
    "AttributeName" in spec &&
    typeof spec.AttributeName === "string"
  );
}
