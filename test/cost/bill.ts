import { schedules } from "../../infra/index.ts";
import { edge, monthly, prices } from "../../infra/prices.ts";
import { type Reading, total, UNITS, type Unit } from "../../packages/local/meter/index.ts";
import type { Run } from "./campaign.ts";

export const SERVICES = [
  "ses",
  "dynamodb",
  "lambda",
  "stepFunctions",
  "eventBridge",
  "pipes",
  "sqs",
  "api",
  "s3",
  "logs",
] as const;
export type Service = (typeof SERVICES)[number];

/** Dollars by service. */
export type Bill = Readonly<Record<Service | "total", number>>;

const HOMES: Readonly<Record<string, Service>> = { states: "stepFunctions", events: "eventBridge" };

const serviceOf = (unit: Unit): Service => {
  const [family = ""] = unit.split(".");
  return HOMES[family] ?? (family as Service);
};

/** A request to the API passes CloudFront and WAF before. */
const priceOf = (unit: Unit): number =>
  prices[unit].dollars + (unit === "api.request" ? edge.request.dollars + edge.inspection.dollars : 0);

/** Amounts by unit. */
export type Units = Readonly<Record<Unit, number>>;

export const unitsOf = (reading: Reading, which?: Parameters<typeof total>[2]): Units =>
  Object.fromEntries(UNITS.map((unit) => [unit, total(reading, unit, which)])) as Units;

/** What so many units cost. */
export function billOf(units: Units): Bill {
  const bill = Object.fromEntries(SERVICES.map((name) => [name, 0])) as Record<Service | "total", number>;
  for (const unit of UNITS) bill[serviceOf(unit)] += units[unit] * priceOf(unit);
  return { ...bill, total: SERVICES.reduce((sum, name) => sum + bill[name], 0) };
}

const each = (units: Units, how: (amount: number, unit: Unit) => number): Units =>
  Object.fromEntries(UNITS.map((unit) => [unit, how(units[unit], unit)])) as Units;

/** What is scheduled happens once a day for the whole deployment, whoever sends. */
const scheduled: readonly string[] = schedules.map((schedule) => schedule.function);
const ofCampaign = (by: string) => !scheduled.includes(by.split(" ")[0] ?? "");

export interface Costs {
  readonly people: number;
  readonly mails: number;
  /** Dollars for a thousand people from launch to end, everything that was measured. */
  readonly perThousand: Bill;
  /** Dollars for one mail with all that follows from it, measured while nobody enters or finishes, the days taken off. */
  readonly perMail: Bill;
  /** Dollars for letting one person in and out again: what is left of the whole. */
  readonly perPerson: Bill;
  /** Dollars for a day of a campaign on which nothing is sent. */
  readonly perCampaignDay: Bill;
  /** Everything of a mail but SES's fee, divided by that fee. */
  readonly ratioToSes: number;
  readonly unitsPerMail: Units;
  /** Bytes that a mail leaves in the table, and the dollars that a thousand mails cost in each month they are kept. */
  readonly kept: { readonly bytesPerMail: number; readonly perThousandMailsAndMonth: number };
}

const GB = 1024 ** 3;

/** Takes a run apart: what the days cost that pass anyway, what the mails cost, and what is left for coming and going. */
export function costsOf({ people, mails, days, used, quiet, mailing, bytes }: Run): Costs {
  const all = unitsOf(used, ofCampaign);
  const day = each(unitsOf(quiet.used, ofCampaign), (amount) => amount / quiet.days);
  const sent = total(mailing.used, "ses.mail");
  const sending = unitsOf(mailing.used, ofCampaign);
  const unitsPerMail = each(sending, (amount, unit) => Math.max(0, amount - day[unit] * mailing.days) / sent);
  const coming = each(all, (amount, unit) => amount - day[unit] * days - unitsPerMail[unit] * mails);
  const perMail = billOf(unitsPerMail);
  return {
    ...{ people, mails, perMail, unitsPerMail },
    perPerson: billOf(each(coming, (amount) => Math.max(0, amount) / people)),
    perThousand: billOf(each(all, (amount) => (amount / people) * 1000)),
    perCampaignDay: billOf(day),
    ratioToSes: (perMail.total - perMail.ses) / perMail.ses,
    kept: {
      bytesPerMail: bytes / mails,
      perThousandMailsAndMonth: (bytes / mails / GB) * 1000 * monthly.storedGb.dollars,
    },
  };
}
