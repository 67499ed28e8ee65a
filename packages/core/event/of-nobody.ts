import { entities } from "../service.ts";
import { NOBODY } from "./event.entity.ts";
import { Info } from "./event.schema.ts";

/** Events of these types about nobody in particular, oldest first. */
export async function ofNobody(types: readonly string[]): Promise<Info[]> {
  const { data } = await entities.event.query
    .person({ candidateId: NOBODY })
    .where((it, op) => types.map((type) => op.eq(it.type, type)).join(" OR "))
    .go({ pages: "all", consistent: true });
  return data.map(({ candidateId: _, ...event }) => Info.parse(event));
}
