import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope } from "../../packages/local/bus/index.ts";
import { act, type Applicant, type Mail } from "./support/candidate.ts";
import { campaignPage, personNamed } from "./support/desk.ts";
import { dice, seedOf } from "./support/dice.ts";
import { welcomed } from "./support/joined.ts";
import { everything, expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { applicant, pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const MINUTE = 60_000;
const TIMES = 3;

let here: World;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  campaignId = (await open(await signIn(here, "ana"))).campaignId;
});
afterAll(() => here.end());

/** Keeps what SES publishes from arriving, from now on. */
function holdBack({ services: { queues } }: World) {
  const held = new Map<string, Envelope>();
  const { send } = queues;
  queues.send = async (queue, body) => {
    const envelope = JSON.parse(body) as Envelope;
    if (envelope.source !== "aws.ses") return send(queue, body);
    held.set(envelope.id, envelope);
  };
  return {
    /** Lets everything through again, and answers what was held back. */
    release: () => {
      queues.send = send;
      return [...held.values()];
    },
  };
}

const people: Record<string, Applicant> = {
  ada: applicant("Ada"),
  scanned: applicant("Scanned"),
  bounced: applicant("Bounced"),
  annoyed: applicant("Annoyed"),
  private: { ...applicant("Private"), tracking: false },
};

/** What people and machines do with their welcome mails. */
async function live() {
  const mails: Record<string, Mail> = {};
  for (const [who, person] of Object.entries(people)) {
    const welcome = await welcomed(here, person);
    mails[who] = welcome;
    if (who === "scanned") await act(here, welcome, "scan");
  }
  await pass(here, MINUTE);
  const does = (who: string, what: string) => act(here, mails[who] as Mail, what);
  const link = mails.ada?.links.find(({ url }) => url === "https://example.org/")?.n;
  for (const what of ["open", "open", `click/${link}`, `click/${link}`, "open"]) {
    await does("ada", what);
    await pass(here, MINUTE);
  }
  await does("annoyed", "open");
  await does("annoyed", "complaint");
  await does("bounced", "bounce");
  await pass(here, MINUTE);
}
