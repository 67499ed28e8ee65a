import { options } from "./dynalite.ts";
import { type ApiError, validationError } from "./error.ts";
import type { Item } from "./item.ts";
import { itemBytes } from "./size.ts";
import type { TableDescription } from "./table.ts";

const EMPTY = "The AttributeValue for a key attribute cannot contain an empty string value.";
const INVALID = "One or more parameter values are not valid.";

/** Refuses what dynalite lets through and DynamoDB does not: empty index keys, and items over 400 KB of UTF-8. */
export function refuse(table: TableDescription, old: Item | undefined, next: Item, update: boolean) {
  return emptyIndexKey(table, old, next, update) ?? tooLarge(next, update);
}

/** In a transaction an empty index key is refused as bad input; anything else about one item cancels with a reason. */
export const isEmptyKey = (error: ApiError) => error.message.includes(EMPTY);

function emptyIndexKey(table: TableDescription, old: Item | undefined, next: Item, update: boolean) {
  for (const { IndexName, KeySchema } of table.GlobalSecondaryIndexes)
    for (const { AttributeName } of KeySchema) {
      if (next[AttributeName]?.S !== "" || (update && old?.[AttributeName]?.S === "")) continue;
      return update
        ? validationError(
            `${INVALID} The update expression attempted to update a secondary index key to a value that is not supported. ${EMPTY}`,
          )
        : validationError(
            `${INVALID} A value specified for a secondary index key is not supported. ${EMPTY} IndexName: ${IndexName}, IndexKey: ${AttributeName}`,
          );
    }
  return undefined;
}

function tooLarge(item: Item, update: boolean): ApiError | undefined {
  if (itemBytes(item) <= options.maxItemSize) return undefined;
  return validationError(
    update
      ? "Item size to update has exceeded the maximum allowed size"
      : "Item size has exceeded the maximum allowed size",
  );
}
