import { others, prices } from "../../infra/prices.ts";
import type { Size } from "./campaign.ts";

/** What a step would be in a workflow of one person: wait for its day, choose whether she may have it, send it. */
const STATES_A_STEP = 3;
/** Its start, and its end. */
const STATES_A_PERSON = 2;

/** Dollars for a thousand people if each had a Step Functions execution of her own: its transitions alone. */
export const onePerPerson = ({ steps }: Pick<Size, "steps">): number =>
  1000 * (STATES_A_STEP * steps + STATES_A_PERSON) * prices["states.transition"].dollars;

/** Dollars for so many mails by Amazon Connect. */
export const byConnect = (mails: number): number => mails * others.connectMail.dollars;
