import { call } from "../api/call.ts";
import { type Look, searchOf } from "./look.ts";

const PAGE = 200;

/** The ids of everybody a look finds, however many pages that are. */
export async function everyId(look: Look, onFar: (people: number) => void): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page: { people: readonly { candidateId: string }[]; cursor?: string } = await call(
      "POST /v1/candidate-searches",
      { ...searchOf(look), limit: PAGE, ...(cursor ? { cursor } : {}) },
    );
    ids.push(...page.people.map(({ candidateId }) => candidateId));
    onFar(ids.length);
    cursor = page.cursor;
  } while (cursor);
  return ids;
}
