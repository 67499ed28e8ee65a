import * as Sample from "@perennial/core/sample";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Lays out or removes one part of the sample workspace; the part itself asks for the next. */
export const handler = queue("sample", (envelope) =>
  envelope["detail-type"] === Sample.Events.Laying.type
    ? Sample.layPart(read(Sample.Events.Laying, envelope).from)
    : Sample.removePart(read(Sample.Events.Removing, envelope).from),
);
