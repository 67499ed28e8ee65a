import { isDeepStrictEqual } from "node:util";
import type { Op } from "./disk.ts";
import type { Row } from "./item.ts";

/** What one write does to one item: its row before and after, and the index rows that follow. */
export interface Change {
  readonly key: string;
  readonly old: Row | undefined;
  readonly next: Row | undefined;
  readonly index: readonly Op[];
  /** The item is left as it was: nothing to write, and DynamoDB sends no stream record. */
  readonly same: boolean;
  /** Deleted because it expired, not because somebody asked. */
  readonly expired?: boolean;
}

export function isSame(old: Row | undefined, next: Row | undefined): boolean {
  if (old === undefined || next === undefined) return old === next;
  if (old.json === next.json) return true;
  // The same attributes in another order: as long, and equal once parsed.
  return old.json.length === next.json.length && isDeepStrictEqual(old.item, JSON.parse(next.json));
}
