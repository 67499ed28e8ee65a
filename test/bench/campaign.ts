import type { Page } from "../../packages/core/campaign/views.ts";
import type { Rule } from "../../packages/core/rule/rule.schema.ts";
import { launch, template } from "../flows/support/launch.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { inbox } from "./inbox.ts";
import type { Machine } from "./machine.ts";
import { forEach, until } from "./pool.ts";

/** A campaign of one mail to everybody in the pool, sent. */
export interface Sent {
  readonly campaignId: string;
  /** Mails. */
  readonly count: number;
  /** From the start of the campaign to its last mail. */
  readonly seconds: number;
}

/** She signs in anew for each look: a token ends after an hour, and a hundred thousand mails may take longer. */
async function page(here: Machine, campaignId: string): Promise<Page> {
  const ana = await signIn(here, "ana");
  const { status, body } = await ana.call<Page>("GET", `/v1/campaigns/${campaignId}`);
  if (status !== 200) throw new Error(`The campaign's page was answered with ${status}`);
  return body;
}

const HOURS_MS = 3 * 3_600_000;

/** The page counts everybody one by one: to look while the work goes on would be to measure the looking. */
const settled = async <T>(here: Machine, what: string, look: () => Promise<T | false>) =>
  until(
    what,
    async () => {
      await here.clock.settled();
      return look();
    },
    HOURS_MS,
  );

/** Whom a recruiter may write to, as far as the roster tells. */
const GRANTED: Rule = { kind: "set", fact: "permission", op: "any_of", values: ["granted"] };

/** Writes to everybody who may be written to. Resolves when nobody waits and what SES reports is counted. */
export async function writeToAll(here: Machine): Promise<Sent> {
  const templateId = await template(here.ana, "hello");
  const step = { stepId: "one", kind: "email", templateId, hours: "any" } as const;
  const began = here.clock.ms();
  const campaignId = await launch(here.ana, "Hello", [step], GRANTED);
  const count = await settled(here, "everybody has her mail", async () => {
    const { people, figures } = await page(here, campaignId);
    return people.entered > 0 && people.inside === 0 && figures.accepted;
  });
  const [last] = await inbox(here, 1);
  return { campaignId, count, seconds: (Date.parse(last?.at ?? "") - began) / 1000 };
}

/** What a person's mail program asks for: the picture that says it was opened, and the link. */
type Touched = readonly [open: string, click: string];

/** The tracked mails of a campaign that was sent. */
export async function trackedOf(here: Machine, campaignId: string): Promise<Touched[]> {
  const mails = await inbox(here, 100_000);
  return mails
    .filter(({ tags }) => tags.campaign?.includes(campaignId))
    .flatMap(({ id, links }): Touched[] => {
      const link = links.find(({ tracked }) => tracked);
      return link ? [[`open/${id}.gif`, `click/${id}/${link.n}`]] : [];
    });
}

const AT_ONCE = 16;

/** Every mail is opened and its link clicked. Resolves when all these events are counted, beside those that were before. */
export async function engageAll(
  here: Machine,
  campaignId: string,
  mails: readonly Touched[],
  before: number,
): Promise<{ count: number }> {
  const urls = mails.flat();
  await forEach(urls, AT_ONCE, async (url) => {
    const answer = await fetch(`${here.consoleUrl}/${url}`, { redirect: "manual" });
    await answer.arrayBuffer();
  });
  await settled(here, "every event is counted", async () => {
    const { opensRaw = 0, clicksRaw = 0 } = (await page(here, campaignId)).figures;
    return opensRaw + clicksRaw === before + urls.length;
  });
  return { count: urls.length };
}
