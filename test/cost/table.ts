import { others, prices, read } from "../../infra/prices.ts";
import { MODEL } from "../../packages/local/meter/lambda.ts";
import { type Bill, type Costs, SERVICES } from "./bill.ts";
import type { Size } from "./campaign.ts";
import { byConnect, onePerPerson } from "./compare.ts";

const WIDTH = 14;
const column = (text: string) => text.padStart(WIDTH);
const dollars = (amount: number, digits: number) => column(amount === 0 ? "-" : `$${amount.toFixed(digits)}`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** A thousand mails, a thousand who come and go, a day: each has its own column. */
function services({ perMail, perPerson, perCampaignDay, perThousand }: Costs): string[] {
  const line = (name: keyof Bill) =>
    name.padEnd(15) +
    dollars(perMail[name] * 1000, 5) +
    dollars(perPerson[name] * 1000, 5) +
    dollars(perCampaignDay[name], 7) +
    dollars(perThousand[name], 4);
  const heads = ["1,000 mails", "1,000 come, go", "campaign, day", "1,000 nurtured"];
  return [
    " ".repeat(15) + heads.map((head) => ` ${head}`.padStart(WIDTH)).join(""),
    ...[...SERVICES, "total" as const].map(line),
  ];
}

const monthly = (fixed: Readonly<Record<string, number>>): string[] =>
  Object.entries(fixed).map(([name, amount]) => name.padEnd(15) + dollars(amount, 2));

/** The report for people. */
export function table(size: Size, costs: Costs, fixed: Readonly<Record<string, number>>): string {
  const { people, mails, ratioToSes, unitsPerMail, kept, perThousand, perMail } = costs;
  const each = (unit: keyof typeof unitsPerMail) => unitsPerMail[unit].toFixed(2);
  const optIn = (unitsPerMail["events.ses"] * prices["events.custom"].dollars) / perMail.ses;
  const perPerson = onePerPerson(size) / (perThousand.stepFunctions || 1);
  return [
    `${people} people, ${size.steps} steps, ${size.days} days: ${mails} mails. List prices of ${read.on}, ${read.region}, no free tier.`,
    "",
    ...services(costs),
    "",
    `Beside SES's own fee a mail costs ${percent(ratioToSes)} of it: ${each("dynamodb.write")} write units, ${each("dynamodb.read")} read units, ` +
      `${each("sqs.request")} SQS requests, ${each("events.custom")} bus events.`,
    `Should AWS bill SES's events as opt-in data events, add ${percent(optIn)}.`,
    `A mail leaves ${Math.round(kept.bytesPerMail)} bytes: $${kept.perThousandMailsAndMonth.toFixed(5)} for 1,000 mails in each month they are kept.`,
    "",
    "By the month, whatever is sent",
    ...monthly(fixed),
    "",
    "The same elsewhere, for 1,000 people",
    `One Step Functions execution per person: $${onePerPerson(size).toFixed(2)} in transitions alone, ${perPerson.toFixed(0)} times as many dollars as here.`,
    `Amazon Connect at $${others.connectMail.dollars} a mail: $${byConnect((mails / people) * 1000).toFixed(2)}; here $${perThousand.total.toFixed(2)}, SES included.`,
    "",
    `Lambda's time is a model: ${MODEL.wait.table} ms for a call to the table, ${MODEL.wait.email} ms to SES, and CPU; docs/cost.md says how.`,
  ].join("\n");
}
