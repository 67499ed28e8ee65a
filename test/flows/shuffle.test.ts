import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope } from "../../packages/local/bus/index.ts";
import { type Applicant, act, type Mail, mailsTo, signUp } from "./support/candidate.ts";
import { personNamed } from "./support/desk.ts";
import { dice, seedOf } from "./support/dice.ts";
import { welcomed } from "./support/joined.ts";
import { everything, expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { applicant, pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

const [ada, scanned, bounced, annoyed] = ["Ada", "Scanned", "Bounced", "Annoyed"].map(applicant);
const untracked = { ...applicant("Untracked"), tracking: false };
const people = [ada, scanned, bounced, annoyed, untracked] as Applicant[];

/** What people and machines do with their welcome mails. */
async function live() {
  const mails = new Map<Applicant | undefined, Mail>();
  for (const person of people) mails.set(person, await welcomed(here, person));
  const of = (person: Applicant | undefined) => mails.get(person) as Mail;
  const n = of(ada).links.find(({ url }) => url === "https://acme.example/")?.n;
  for (const what of ["open", "open", `click/${n}`, `click/${n}`, "open"]) {
    await pass(here, MINUTE);
    await act(here, of(ada), what);
  }
  await machine(`/open/${of(scanned).id}.gif`, "Mozilla/5.0");
  await machine(`/click/${of(scanned).id}/${n}`, "curl/8.5.0");
  await act(here, of(annoyed), "open");
  await act(here, of(annoyed), "complaint");
  await act(here, of(bounced), "bounce");
  await pass(here, MINUTE);
}

const machine = (path: string, userAgent: string) =>
  fetch(`${here.consoleUrl}${path}`, { headers: { "user-agent": userAgent }, redirect: "manual" });

const FIGURES = {
  ...{ entered: 5, finished: 5, accepted: 5, delivered: 5, deliveredTracked: 4 },
  ...{ opensRaw: 5, opensHuman: 4, openedRaw: 3, openedHuman: 2 },
  ...{ clicksRaw: 3, clicksHuman: 2, clickedRaw: 2, clickedHuman: 1 },
  ...{ bouncedHard: 1, complained: 1 },
};

/** Everything that follows from what SES said: figures, suppressions, what each person's page tells. */
async function stands() {
  const counted = await expectFiguresEqualLog(here);
  const items = await everything(here);
  const ana = await signIn(here, "ana");
  const persons = await Promise.all(people.map(({ name }) => personNamed(ana, name)));
  return {
    figures: counted[`campaign/${campaignId} all`],
    suppressions: ofKind(items, "suppression").map(({ addressHash, reason }) => ({ addressHash, reason })),
    events: ofKind(items, "event").length,
    persons: persons.map(({ name, mayWrite, timeline, season }) => ({ name, mayWrite, timeline, season })),
  };
}

/** How often each kind of engagement is told on a person's page. */
function toldOf({ persons }: Awaited<ReturnType<typeof stands>>, name: string) {
  const told: Record<string, number> = {};
  for (const { type } of persons.find((person) => person.name === name)?.timeline ?? [])
    if (type.startsWith("engagement.")) told[type] = (told[type] ?? 0) + 1;
  return told;
}

test("every SES event three times and in any order: the same figures, suppressions and timelines", async () => {
  const seed = seedOf();
  process.stdout.write(`shuffle.test.ts: SEED=${seed}\n`);
  const chance = dice(seed);
  const mail = holdBack(here);
  await live();
  const envelopes = mail.release();
  const tellAll = async () => {
    const thrice = Array.from({ length: TIMES }, () => envelopes).flat();
    for (const envelope of chance.shuffled(thrice)) await here.services.bus.publish("default", envelope);
    await pass(here, 10 * MINUTE);
  };

  await tellAll();
  const once = await stands();
  expect(once.figures).toEqual(FIGURES);
  expect(once.suppressions.map(({ reason }) => reason).sort()).toEqual(["bounce", "complaint"]);
  // Two of each are delivered: the confirmation and the welcome mail.
  const delivered = { "engagement.delivered": 2 };
  expect(toldOf(once, "Ada")).toEqual({ ...delivered, "engagement.opened": 3, "engagement.clicked": 2 });
  expect(toldOf(once, "Scanned")).toEqual({ ...delivered, "engagement.opened": 1, "engagement.clicked": 1 });
  expect(toldOf(once, "Bounced")).toEqual({ ...delivered, "engagement.bounced": 1 });
  expect(toldOf(once, "Annoyed")).toEqual({
    ...delivered,
    "engagement.opened": 1,
    "engagement.complained": 1,
  });
  expect(toldOf(once, "Untracked")).toEqual(delivered);

  await tellAll();
  expect(await stands()).toEqual(once);
});

test("a mailbox that bounced asks again: nothing is sent, and nothing is left lying about", async () => {
  const address = people.find(({ name }) => name === "Bounced") as Applicant;
  const before = await mailsTo(here, address.email);
  expect((await signUp(here, address)).status).toBe(202);
  await pass(here, HOUR);
  expect(await mailsTo(here, address.email)).toEqual(before);
  const { queues } = here.services;
  expect(queues.list().filter(({ visible, hidden }) => visible + hidden > 0)).toEqual([]);
});
