import { type Definition, type Draft, payload } from "@perennial/core/event";
import type * as z from "zod";
import type { Envelope } from "../adapter/queue.ts";

/** Reads one of our events off the bus, as its definition says. */
export const read = <S extends z.ZodObject>(
  definition: Definition<string, S>,
  { detail }: Envelope,
): z.output<S> => payload(definition, detail as Partial<Draft>);
