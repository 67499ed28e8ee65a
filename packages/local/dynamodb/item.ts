/** A value as DynamoDB writes it on the wire: exactly one of these fields. */
export interface Value {
  readonly S?: string;
  readonly N?: string;
  /** Base64. */
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly Value[];
  readonly M?: Item;
}
export type Item = Readonly<Record<string, Value>>;

/** An item with the text it has on disk, so that nothing is serialised twice. */
export interface Row {
  readonly item: Item;
  readonly json: string;
}

/** The named attributes of an item, those that are there. */
export function pick(item: Item, names: readonly string[]): Item {
  const found: Record<string, Value> = {};
  for (const name of names) {
    const value = item[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}
