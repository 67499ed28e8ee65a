import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
  SendBulkEmailCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { email as infra } from "../../infra/index.ts";
import { type MovableClock, openClock } from "../../packages/local/clock/index.ts";
import { type Email, type Envelope, startEmail } from "../../packages/local/email/index.ts";
import { openStore, type Store } from "../../packages/local/store.ts";

const HTML = `<html><body><p>Hello</p><a href="https://jobs.example/a?x=1&amp;y=2" ses:tags="kind:job">Job</a>
<a href="https://jobs.example/stop" ses:no-track>Stop</a><a href="mailto:a@b.example">Write</a></body></html>`;
const DESKTOP = { ip: "127.0.0.1", userAgent: "Mozilla/5.0 (X11; Linux x86_64)" };

let dir: string;
let store: Store;
let clock: MovableClock;
let email: Email;
let client: SESv2Client;
let events: Envelope[];

async function start(limits = {}) {
  store = await openStore(dir);
  clock = await openClock(store);
  events = [];
  const publish = async (_bus: string, ...all: readonly Envelope[]) => void events.push(...all);
  const journal = { note: () => undefined };
  const trackingUrl = "http://127.0.0.1:9";
  email = await startEmail({ email: infra, store, clock, journal, publish, trackingUrl, limits });
  clock.watch(email);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new SESv2Client({ endpoint: email.endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
}
async function stop() {
  client.destroy();
  await email.stop();
  await store.close();
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "email-"));
  await start();
});
afterEach(async () => {
  await stop();
  await rm(dir, { recursive: true });
});

const message = (more: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: "=?UTF-8?Q?Klinik_M=C3=BCnchen?= <jobs@klinik.example>",
  Destination: { ToAddresses: ["ada@people.example"] },
  Content: {
    Simple: {
      Subject: { Data: "Grüße" },
      Body: { Html: { Data: HTML }, Text: { Data: "Hello https://jobs.example/a" } },
      Headers: [{ Name: "List-Unsubscribe", Value: "<https://jobs.example/u/t>" }],
    },
  },
  EmailTags: [
    { Name: "candidate", Value: "cnd_1" },
    { Name: "trace", Value: "trc_1" },
  ],
  ConfigurationSetName: "perennial",
  ...more,
});
const send = (more: Partial<SendEmailCommandInput> = {}) => client.send(new SendEmailCommand(message(more)));
const to = (address: string) => send({ Destination: { ToAddresses: [address] } });
const types = () => events.map(({ detail }) => detail.eventType);
const allPublished = () => clock.toNextDue();

test("a mail is rendered, kept over a restart and told to the bus as AWS tells it", async () => {
  const { MessageId = "" } = await send();
  await stop();
  await start();
  const mail = await email.get(MessageId);
  expect(mail).toMatchObject({ subject: "Grüße", text: "Hello https://jobs.example/a\n" });
  expect(mail?.headers).toContainEqual({ name: "Message-ID", value: `<${MessageId}@email.amazonses.com>` });
  expect(mail?.headers).toContainEqual({ name: "List-Unsubscribe", value: "<https://jobs.example/u/t>" });
  await allPublished();
  expect(types().slice(-1)).toEqual(["Delivery"]);
  const [delivered] = events.slice(-1);
  expect(delivered).toMatchObject({ source: "aws.ses", "detail-type": "Email Delivered", version: "0" });
  expect(delivered?.detail).toMatchObject({
    mail: {
      messageId: MessageId,
      tags: {
        candidate: ["cnd_1"],
        "ses:configuration-set": ["perennial"],
        "ses:from-domain": ["klinik.example"],
      },
    },
    delivery: { recipients: ["ada@people.example"] },
  });
});

test("links are tracked except where the author or the message says no", async () => {
  const { MessageId: id = "" } = await send();
  const html = (await email.get(id))?.html ?? "";
  expect(html).toContain(`<a href="http://127.0.0.1:9/click/${id}/0">Job</a>`);
  expect(html).toContain(`<a href="https://jobs.example/stop">Stop</a>`);
  expect(html).toMatch(/<img [^>]*open\/[^>]*><\/body>/);
  expect(await email.clicked(id, 0, DESKTOP)).toBe("https://jobs.example/a?x=1&y=2");
  expect(await email.clicked(id, 1, DESKTOP)).toBeUndefined();
  await email.opened(id, DESKTOP);
  await allPublished();
  expect(types()).toEqual(["Send", "Click", "Open", "Delivery"]);
  expect(events[1]?.detail.click).toMatchObject({
    link: "https://jobs.example/a?x=1&y=2",
    linkTags: { kind: ["job"] },
    userAgent: DESKTOP.userAgent,
  });

  const Tracking = { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" } as const;
  const { MessageId: silent = "" } = await send({ ConfigurationOverrides: { Tracking } });
  expect((await email.get(silent))?.html).not.toMatch(/127\.0\.0\.1:9|ses:/);
  expect(await email.opened(silent, DESKTOP)).toBe(false);
});

test("simulator and suppressed addresses end as SES ends them", async () => {
  await client.send(
    new PutSuppressedDestinationCommand({ EmailAddress: "Old@people.example", Reason: "BOUNCE" }),
  );
  await to("bounce+a@simulator.amazonses.com");
  await to("complaint@simulator.amazonses.com");
  await to("old@people.example");
  await clock.moveTo(clock.ms() + 60_000);
  const bounces = events.flatMap(({ detail }) => (detail.bounce ? [detail.bounce] : []));
  expect(bounces).toMatchObject([
    { bounceSubType: "General" },
    { bounceSubType: "OnAccountSuppressionList" },
  ]);
  expect(types().filter((type) => type === "Complaint")).toHaveLength(1);
  const listed = await client.send(new ListSuppressedDestinationsCommand({}));
  expect(listed.SuppressedDestinationSummaries).toMatchObject([{ EmailAddress: "old@people.example" }]);
});

const simple = (Headers: { Name: string; Value: string }[], Subject = "s") =>
  ({ Content: { Simple: { Subject: { Data: Subject }, Body: { Text: { Data: "t" } }, Headers } } }) as const;

test.each<[string, Partial<SendEmailCommandInput>]>([
  ["a header with a line break", simple([{ Name: "X-A", Value: "a\r\nBcc: b@c.example" }])],
  ["a header beyond ASCII", simple([{ Name: "X-A", Value: "ü" }])],
  ["a header name with a colon", simple([{ Name: "X:A", Value: "a" }])],
  ["a header too long", simple([{ Name: "X-A", Value: "a".repeat(994) }])],
  ["a line break in the subject", simple([], "a\nBcc: x")],
  ["a local part beyond ASCII", { Destination: { ToAddresses: ["jörg@people.example"] } }],
  ["two addresses in one", { Destination: { ToAddresses: ["a@b.example, c@d.example"] } }],
  ["no recipient", { Destination: {} }],
  ["no sender", { FromEmailAddress: undefined }],
  ["a tag with an address in it", { EmailTags: [{ Name: "a", Value: "a@b" }] }],
  ["a template", { Content: { Template: { TemplateName: "x" } } }],
])("refuses %s", async (_what, more) => {
  await expect(send(more)).rejects.toMatchObject({ name: "BadRequestException" });
  expect(await email.list()).toEqual([]);
});

test("an unknown configuration set is refused, the known one is described", async () => {
  await expect(send({ ConfigurationSetName: "other" })).rejects.toMatchObject({ name: "NotFoundException" });
  const set = await client.send(new GetConfigurationSetCommand({ ConfigurationSetName: "perennial" }));
  expect(set.SendingOptions?.SendingEnabled).toBe(true);
});

test("rate and daily quota hold by the movable clock and over a restart", async () => {
  await stop();
  await start({ maxSendRate: 2, max24HourSend: 3 });
  vi.spyOn(clock, "ms").mockReturnValue(clock.ms());
  await send();
  await send();
  await expect(send()).rejects.toMatchObject({ message: "Maximum sending rate exceeded." });
  vi.restoreAllMocks();
  await clock.moveTo(clock.ms() + 2000);
  await send();
  await expect(send()).rejects.toMatchObject({ name: "TooManyRequestsException", message: /^Daily/ });
  await stop();
  await start({ max24HourSend: 3 });
  await expect(send()).rejects.toMatchObject({ message: "Daily message quota exceeded." });
  expect((await client.send(new GetAccountCommand({}))).SendQuota?.SentLast24Hours).toBe(3);
  await clock.moveTo(clock.ms() + 25 * 3_600_000);
  await send();
});

test("faults strike as often as asked", async () => {
  email.faults.set("paused", { times: 1 });
  await expect(send()).rejects.toMatchObject({ name: "SendingPausedException" });
  email.faults.set("suspended", { times: 1 });
  await expect(send()).rejects.toMatchObject({ name: "AccountSuspendedException" });
  email.faults.set("rejected", { times: 1 });
  await expect(send()).rejects.toMatchObject({ name: "MessageRejected" });
  email.faults.set("lost-response", { times: 1 });
  await expect(send()).rejects.toThrow();
  expect(await email.list()).toHaveLength(1);
  await send();
});

test("a raw message is parsed, rendered anew and tracked like the others", async () => {
  const raw = [
    "From: =?UTF-8?Q?J=C3=B6rg?= <joerg@klinik.example>",
    "To: ada@people.example",
    "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
    "Message-ID: <mine@klinik.example>",
    "In-Reply-To: <earlier@people.example>",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<a href="https://jobs.example/">Jobs</a>',
  ].join("\r\n");
  const { MessageId: id = "" } = await send({
    Content: { Raw: { Data: Buffer.from(raw) } },
    Destination: {},
  });
  const mail = await email.get(id);
  expect(mail).toMatchObject({ subject: "Grüße", destination: ["ada@people.example"] });
  expect(mail?.html).toContain(`/click/${id}/0`);
  expect(mail?.headers).toContainEqual({ name: "In-Reply-To", value: "<earlier@people.example>" });
  expect(mail?.raw).not.toContain("mine@klinik.example");
});

test("a bulk call says entry by entry how it went", async () => {
  const entry = (address: string) => ({ Destination: { ToAddresses: [address] } });
  const Template = { TemplateContent: { Subject: "Hi {{name}}", Text: "t" }, TemplateData: '{"name":"Ada"}' };
  const answer = await client.send(
    new SendBulkEmailCommand({
      FromEmailAddress: "jobs@klinik.example",
      DefaultContent: { Template },
      BulkEmailEntries: [entry("ada@people.example"), entry("nonsense")],
    }),
  );
  expect(answer.BulkEmailEntryResults?.map((one) => one.Status)).toEqual(["SUCCESS", "INVALID_PARAMETER"]);
  expect((await email.list())[0]?.subject).toBe("Hi Ada");
});

test("erasure takes her mails and what was still to happen to them", async () => {
  await send();
  await send({ EmailTags: [{ Name: "candidate", Value: "cnd_10" }] });
  expect(await email.forget("cnd_1")).toBe(1);
  expect((await email.list()).map((mail) => mail.tags.candidate)).toEqual([["cnd_10"]]);
  await allPublished();
  expect(events.filter(({ detail }) => detail.delivery)).toHaveLength(1);
});

test("after an erasure the store does not name her, whatever was under way with her mails", async () => {
  for (let n = 0; n < 12; n += 1) {
    const { MessageId = "" } = await send();
    const looking = email.opened(MessageId, DESKTOP);
    await email.forget("cnd_1");
    await looking;
  }
  const rows = async () => (await store.iterator().all()).map((row) => JSON.stringify(row));
  expect((await rows()).filter((row) => row.includes("ada@people.example"))).toEqual([]);
  await allPublished();
  expect((await rows()).filter((row) => row.includes("ada@people.example"))).toEqual([]);
});
