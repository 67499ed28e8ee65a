import type { Page } from "../../packages/core/campaign/views.ts";
import type { Rule } from "../../packages/core/rule/rule.schema.ts";
import { launch, template } from "../flows/support/launch.ts";
import { inbox, type Received } from "./inbox.ts";
import type { Machine } from "./machine.ts";
import { forEach, until } from "./pool.ts";

/** A campaign of one mail to everybody in the pool, sent. */
export interface Sent {
  readonly campaignId: string;
  readonly mails: readonly Received[];
  /** From the start of the campaign to its last mail. */
  readonly seconds: number;
}

const page = async ({ ana }: Machine, campaignId: string) =>
  (await ana.call<Page>("GET", `/v1/campaigns/${campaignId}`)).body;

/** The page counts everybody one by one: to look while the work goes on would be to measure the looking. */
const settled = async (here: Machine, what: string, look: () => Promise<boolean>) =>
  until(what, async () => {
    await here.clock.settled();
    return look();
  });

async function isOver(here: Machine, campaignId: string): Promise<boolean> {
  const { people } = await page(here, campaignId);
  return people.entered > 0 && people.inside === 0;
}

/** Whom a recruiter may write to, as far as the roster tells. */
const GRANTED: Rule = { kind: "set", fact: "permission", op: "any_of", values: ["granted"] };

/** Writes to everybody who may be written to. */
export async function writeToAll(here: Machine): Promise<Sent> {
  const templateId = await template(here.ana, "hello");
  const step = { stepId: "one", kind: "email", templateId, hours: "any" } as const;
  const began = here.clock.ms();
  const campaignId = await launch(here.ana, "Hello", [step], GRANTED);
  await settled(here, "everybody has her mail", () => isOver(here, campaignId));
  const all = await inbox(here, 100_000);
  const mails = all.filter(({ tags }) => tags.campaign?.includes(campaignId));
  const last = Math.max(...mails.map(({ at }) => Date.parse(at)));
  return { campaignId, mails, seconds: (last - began) / 1000 };
}

const AT_ONCE = 16;

/** Every tracked mail is opened and its link clicked. Resolves when all these events are counted. */
export async function engageAll(here: Machine, { campaignId, mails }: Sent): Promise<{ count: number }> {
  const urls = mails.flatMap(({ id, links }) => {
    const link = links.find(({ tracked }) => tracked);
    return link ? [`open/${id}.gif`, `click/${id}/${link.n}`] : [];
  });
  await forEach(urls, AT_ONCE, async (url) => {
    const answer = await fetch(`${here.consoleUrl}/${url}`, { redirect: "manual" });
    await answer.arrayBuffer();
  });
  await settled(here, "every event is counted", async () => {
    const { opensRaw = 0, clicksRaw = 0 } = (await page(here, campaignId)).figures;
    return opensRaw + clicksRaw === urls.length;
  });
  return { count: urls.length };
}
