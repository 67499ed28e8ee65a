import { EmailAddress, hashOf } from "../candidate/email-address.ts";
import { hashOfLink } from "../candidate/link.ts";
import { cellsOf, detailsOf, isPage, linkOf, nameIn, words } from "./draft.ts";
import type { Target } from "./import.schema.ts";
import { selfHashOf } from "./known.ts";

/**
 * Keyed hashes of every address and page that a row names, whatever its columns were taken for; of who has neither, what an import
 * would recognise her by. So the row of somebody who is erased is found although it was never read in.
 */
export function tracesIn(cells: readonly string[], columns: readonly Target[]): string[] {
  const parts = [...new Set(cells.flatMap((cell) => [cell, ...words(cell)]))];
  const found = new Set([...parts.flatMap(addressIn), ...parts.flatMap(pageIn)]);
  return found.size > 0 ? [...found] : selfIn(cells, columns);
}

function addressIn(part: string): string[] {
  const { data } = part.includes("@") ? EmailAddress.safeParse(part) : {};
  return data ? [hashOf(data)] : [];
}

const NETWORKS = /linkedin\.|xing\.|github\./i;

function pageIn(part: string): string[] {
  const link = NETWORKS.test(part) ? linkOf(part) : undefined;
  return link && isPage(link) ? [hashOfLink(link)] : [];
}

function selfIn(cells: readonly string[], columns: readonly Target[]): string[] {
  const cell = cellsOf(cells, columns);
  const name = nameIn(cell);
  return name === "" ? [] : [selfHashOf({ name, details: detailsOf(cell, "day_first", new Set()) })];
}
