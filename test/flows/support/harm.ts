import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { table } from "../../../infra/index.ts";
import { clientOf } from "../../local/dynamodb-client.ts";
import { everything } from "./log.ts";
import { ofKind } from "./recount.ts";
import type { World } from "./world.ts";

/** Takes the one item of a kind out of the table, as only an accident could. Answers what puts it back. */
export async function lose(here: World, entity: string): Promise<() => Promise<void>> {
  const [item] = ofKind(await everything(here), entity);
  if (!item) throw new Error(`There is no ${entity} to lose`);
  const TableName = table.name;
  const raw = clientOf(here.services.dynamodb.endpoint);
  const client = DynamoDBDocumentClient.from(raw);
  await client.send(new DeleteCommand({ TableName, Key: { pk: item.pk, sk: item.sk } }));
  return async () => {
    await client.send(new PutCommand({ TableName, Item: { ...item } }));
    raw.destroy();
  };
}
