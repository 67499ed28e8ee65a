import { costsOf } from "../cost/bill.ts";
import { run } from "../cost/campaign.ts";
import { byConnect, onePerPerson } from "../cost/compare.ts";
import { fixedPerMonth } from "../cost/fixed.ts";
import { table } from "../cost/table.ts";
import { atScale } from "./at-scale.ts";
import type { Sample } from "./sample.ts";

const JOURNEY = { steps: 6, days: 90 };

interface Wanted {
  readonly people: number;
  readonly tell: (what: string) => void;
}

/** What `npm run cost` counts. Counts do not depend on the machine, so once is enough. */
export async function cost({ people, tell }: Wanted): Promise<Sample[]> {
  const size = { people, ...JOURNEY };
  const costs = costsOf(await run(size, tell));
  const fixed = fixedPerMonth();
  const mailsEach = costs.mails / people;
  const parts = {
    "$ of SES for 1,000 mails": costs.perMail.ses * 1000,
    "$ of all else for 1,000 mails": (costs.perMail.total - costs.perMail.ses) * 1000,
    "$ for 1,000 who come and go": costs.perPerson.total * 1000,
    "$ a day of a campaign": costs.perCampaignDay.total,
    "$ a month before anybody is there": fixed.total ?? 0,
    "mails each": mailsEach,
    "write units a mail": costs.unitsPerMail["dynamodb.write"],
    "bytes kept of a mail": costs.kept.bytesPerMail,
    "$ for 1,000 people with Amazon Connect": byConnect(mailsEach * 1000),
    "$ for 1,000 people in executions of their own": onePerPerson(size),
  };
  const details = [table(size, costs, fixed), "", ...atScale(parts)].join("\n");
  return [{ name: "cost", value: costs.perThousand.total, parts, details }];
}
