import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { table } from "../infra/table.ts";
import { isProduction } from "./config.ts";
import type { Scope } from "./scope.ts";

/** ElectroDB recognises its items by these, also in an index. */
const RECOGNISED = ["__edb_e__", "__edb_v__"];

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table of `infra/table.ts`. */
export function tableOf(stack: Stack, { config, name }: Scope, encryptionKey: IKey | undefined): Table {
  const one = new Table(stack, "Table", {
    tableName: name(table.name),
    partitionKey: text(table.keys.partition),
    sortKey: text(table.keys.sort),
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: table.ttl,
    stream: StreamViewType[table.stream],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: table.pointInTimeRecovery },
    deletionProtection: isProduction(config),
    removalPolicy: isProduction(config) ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    ...(encryptionKey
      ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey }
      : { encryption: TableEncryption.AWS_MANAGED }),
  });
  for (const { name: indexName, partition, sort, projection } of table.indexes)
    one.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(partition),
      sortKey: text(sort),
      ...(projection === "ALL"
        ? { projectionType: ProjectionType.ALL }
        : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection, ...RECOGNISED] }),
    });
  return one;
}
