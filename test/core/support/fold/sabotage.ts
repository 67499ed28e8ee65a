import type { Sabotage } from "./stage.ts";

interface Put {
  readonly Item: { readonly pk: string; readonly sk: string; readonly outcome?: string };
  readonly TableName: string;
}

/** The abort record left out: who meets another's stamp looks whether that batch was committed, and writes nothing. */
export const withoutAbortRecord: Sabotage = (commandName, input) => {
  if (commandName !== "TransactWriteItemsCommand") return input;
  const items = input.TransactItems as readonly { readonly Put?: Put }[];
  const [first] = items;
  if (first?.Put?.Item.outcome !== "aborted") return input;
  const { Item, ...rest } = first.Put;
  return { ...input, TransactItems: [{ ConditionCheck: { ...rest, Key: { pk: Item.pk, sk: Item.sk } } }] };
};

/** The second stamp written whatever the item holds by then. */
export const withoutConditionOnRestamp: Sabotage = (commandName, input) => {
  const condition = String(input.ConditionExpression ?? "");
  const swap = /#(\w*[bB]atch) = (:\w+)$/.exec(condition);
  if (commandName !== "UpdateItemCommand" || !swap) return input;
  const [equals, name] = swap;
  const always = `(${equals} OR attribute_exists(#${name}))`;
  return { ...input, ConditionExpression: condition.replace(equals, always) };
};
