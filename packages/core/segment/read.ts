import * as z from "zod";
import { Actor } from "../actor.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Info, SegmentId } from "./segment.schema.ts";

/** Every segment with its rule, oldest first. */
export async function all(): Promise<Info[]> {
  const { data } = await entities.segment.query.catalogue({}).go({ pages: "all" });
  return data.map((item) => Info.parse(item));
}

/** One segment, read strongly; undefined when there is none. */
export async function read(segmentId: string): Promise<Info | undefined> {
  const { data } = await entities.segment.get({ segmentId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

/** One segment as recruiters see it. */
export const get = fn(z.strictObject({ segmentId: SegmentId }), async ({ segmentId }) => {
  Actor.assert("people.read");
  return required(segmentId);
});

/** One segment, or a refusal. */
export async function required(segmentId: string): Promise<Info> {
  const found = await read(segmentId);
  if (!found) throw new AppError("missing", "segment.missing", "There is no such segment");
  return found;
}
