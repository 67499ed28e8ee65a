import * as z from "zod";
import { define } from "../event/define.ts";

const From = z.object({ from: z.int() });

/** Each asks for the next part of the work; it is done because the event is in the log. */
export const Events = {
  Laying: define("sample.laying", From),
  Removing: define("sample.removing", From),
};
