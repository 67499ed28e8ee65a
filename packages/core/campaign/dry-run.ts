import * as z from "zod";
import { Actor } from "../actor.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";
import { audienceOf } from "./audience.ts";
import { audiencePage } from "./audience-page.ts";
import { courseOf, startOf } from "./course.ts";
import { ruleOf } from "./entry.ts";
import { type Foreseen, foresee, foreseeTypical } from "./foresee.ts";
import type { DryRow, DryRun } from "./launch.view.ts";
import { read } from "./read.ts";

const PAGE = 200;

/** Where a page ended, the start that its dates count from, and how many there are in all: pages of one run belong together. */
const Cursor = z.object({
  startsAt: Instant,
  total: z.int().min(0),
  shard: z.string().regex(/^\d\d$/),
  after: Id("cnd"),
});
const Asked = z.strictObject({ campaignId: Id("cmp"), cursor: z.string().max(300).exactOptional() });

/**
 * What this campaign would decide about everybody who would enter it now, if nobody does anything: two hundred people a page, in no
 * order that means anything. The first page counts everybody; each reads only the shards that its people stand in.
 * The same `advance` as the real run makes the decisions.
 */
export const dryRun = fn(Asked, async ({ campaignId, cursor }): Promise<DryRun> => {
  Actor.assert("campaigns.read");
  const campaign = await read(campaignId);
  const from = cursor ? decode(cursor) : undefined;
  const startsAt = from ? new Date(from.startsAt) : startOf(campaign);
  const rule = await ruleOf(campaign.entry);
  const total = from?.total ?? (rule ? (await audienceOf(rule)).length : 0);
  const course = await courseOf(campaign, startsAt, total);
  if (campaign.entry.kind === "form")
    return { rows: rowsOf(foreseeTypical(course)), people: 1, total: 0, typical: true };
  const { people, last } = rule ? await audiencePage(rule, PAGE, from) : { people: [] };
  const foreseen = await foresee(people, course, campaignId);
  return {
    rows: foreseen.flatMap(rowsOf),
    people: people.length,
    total,
    typical: false,
    ...(last ? { cursor: encode({ startsAt: startsAt.toISOString(), total, ...last }) } : {}),
  };
});

const rowsOf = ({ facts: { candidateId, name }, leftOut, way }: Foreseen): DryRow[] =>
  [...(leftOut ? [leftOut] : []), ...way].map((decided) => ({ candidateId, name, ...decided }));

const encode = (cursor: z.output<typeof Cursor>) => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function decode(cursor: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new AppError("invalid", "input.invalid", "cursor: not one of ours", [
      { field: "cursor", message: "Not valid" },
    ]);
  }
}
