import * as z from "zod";
import * as Event from "../event/index.ts";
import { SegmentId } from "./segment.schema.ts";

export const Events = {
  Written: Event.define("segment.written", z.object({ segmentId: SegmentId, revision: z.int() })),
  Removed: Event.define("segment.removed", z.object({ segmentId: SegmentId })),
};
