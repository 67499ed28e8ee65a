import { options } from "./dynalite.ts";
import { type ApiError, validationError } from "./error.ts";
import type { Item } from "./item.ts";
import { itemBytes } from "./size.ts";
import type { TableDescription } from "./table.ts";

const EMPTY = "The AttributeValue for a key attribute cannot contain an empty string value.";
const INVALID = "One or more parameter values are not valid.";
const TOO_LONG = {
  HASH: "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
  RANGE:
    "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
};
const BEYOND =
  "The update expression attempted to update the secondary index key beyond allowed size limits.";
/** Bytes of UTF-8, in a table and in its indexes (DynamoDB guide, Constraints). */
const LONGEST = { HASH: 2048, RANGE: 1024 };

/** Refuses what dynalite lets through and DynamoDB does not: empty index keys, keys too long, items over 400 KB of UTF-8. */
export function refuse(table: TableDescription, old: Item | undefined, next: Item, update: boolean) {
  return emptyIndexKey(table, old, next, update) ?? longKey(table, next, update) ?? tooLarge(next, update);
}

/** In a transaction such a key is refused as bad input; anything else about one item cancels with a reason. */
export const isBadKey = ({ message }: ApiError) =>
  message.includes(EMPTY) || message === TOO_LONG.HASH || message === TOO_LONG.RANGE;

function longKey(table: TableDescription, next: Item, update: boolean): ApiError | undefined {
  for (const { KeySchema } of [table, ...table.GlobalSecondaryIndexes])
    for (const { AttributeName, KeyType } of KeySchema)
      if (Buffer.byteLength(next[AttributeName]?.S ?? "") > LONGEST[kindOf(KeyType)])
        return validationError(update && !isOwn(table, AttributeName) ? BEYOND : TOO_LONG[kindOf(KeyType)]);
  return undefined;
}

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

const isOwn = ({ KeySchema }: TableDescription, name: string) =>
  KeySchema.some(({ AttributeName }) => AttributeName === name);
const kindOf = (keyType: string) => (keyType === "HASH" ? "HASH" : "RANGE");

function tooLarge(item: Item, update: boolean): ApiError | undefined {
  if (itemBytes(item) <= options.maxItemSize) return undefined;
  return validationError(
    update
      ? "Item size to update has exceeded the maximum allowed size"
      : "Item size has exceeded the maximum allowed size",
  );
}
