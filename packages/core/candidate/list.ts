import * as z from "zod";
import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { everybody } from "./roster.ts";
import { rows } from "./rows.ts";
import { after, cursorOf, ordered } from "./sort.ts";
import type { Row } from "./views.ts";

const PAGE = 50;

/** People of the talent pool, newest first, fifty a page. */
export const list = fn(
  z.strictObject({ cursor: z.string().max(2000).exactOptional() }),
  async ({ cursor }): Promise<{ people: Row[]; cursor?: string }> => {
    Actor.assert("people.read");
    const sort = "newest" as const;
    const order = after(ordered(await everybody(), sort), { sort, ...(cursor ? { cursor } : {}) });
    const page = order.slice(0, PAGE);
    const last = order.length > PAGE ? page.at(-1) : undefined;
    return { people: await rows(page), ...(last ? { cursor: cursorOf(last, sort) } : {}) };
  },
);

/** Names of people for lists of other nouns; whoever was erased is missing. */
export async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(ids)].map((candidateId) => ({ candidateId }));
  const people = await batchGet(keys, (some) =>
    entities.candidate.get(some).go({ attributes: ["candidateId", "name"] }),
  );
  return new Map(people.map(({ candidateId, name }) => [candidateId, name]));
}
