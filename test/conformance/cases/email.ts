import {
  DeleteSuppressedDestinationCommand,
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { type Case, from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

type Parts = Partial<SendEmailCommandInput> & {
  readonly Headers?: { Name: string; Value: string }[];
  readonly Subject?: string;
};
/** A mail as the product sends it, with some parts otherwise. */
const send =
  (more: Parts | ((place: Place) => Parts) = {}): Case["run"] =>
  (place) => {
    const {
      Headers = [{ Name: "List-Unsubscribe", Value: "<https://jobs.example/stop>" }],
      Subject = "Hello",
      ...rest
    } = typeof more === "function" ? more(place) : more;
    const input: SendEmailCommandInput = {
      FromEmailAddress: `=?UTF-8?Q?Klinik_M=C3=BCnchen?= <${place.sender}>`,
      Destination: { ToAddresses: [place.recipient] },
      Content: {
        Simple: {
          Subject: { Data: Subject, Charset: "UTF-8" },
          Body: { Text: { Data: "Hello", Charset: "UTF-8" } },
          Headers,
        },
      },
      EmailTags: [{ Name: "message", Value: "msg_1" }],
      ConfigurationSetName: place.configurationSet,
      ...rest,
    };
    return outcome(place.ses.send(new SendEmailCommand(input)), ({ MessageId }) => ({
      id: (MessageId ?? "").length > 0,
    }));
  };
const to = (...ToAddresses: string[]): Parts => ({ Destination: { ToAddresses } });
const many = (count: number, { recipient }: Place) =>
  Array.from({ length: count }, (_, n) => recipient.replace("@", `+${n}@`));

const EmailAddress = "conformance.suppressed@example.com";
const suppress = ({ ses }: Place, Reason: "BOUNCE" | "COMPLAINT", address = EmailAddress) =>
  ses.send(new PutSuppressedDestinationCommand({ EmailAddress: address, Reason }));
const lift = ({ ses }: Place, address = EmailAddress) =>
  ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
const look = ({ ses }: Place, address = EmailAddress) =>
  outcome(
    ses.send(new GetSuppressedDestinationCommand({ EmailAddress: address })),
    ({ SuppressedDestination: it }) => ({
      address: it?.EmailAddress,
      reason: it?.Reason,
      dated: it?.LastUpdateTime instanceof Date,
    }),
  );
/** With the address on the list meanwhile. */
const suppressed = async (place: Place, run: () => Promise<unknown>) => {
  await suppress(place, "BOUNCE");
  return run().finally(() => lift(place).catch(() => undefined));
};

const bad = refused("BadRequestException");
const missing = refused("NotFoundException");
const sends = from("ses send", "SES API v2 reference, SendEmail");
const lists = from("ses suppression", "SES API v2 reference, PutSuppressedDestination and its siblings");

export const mails = [
  from("ses", "SES API v2 reference, GetAccount")(
    "the account and its quota",
    { enabled: true, quota: ["Max24HourSend", "MaxSendRate", "SentLast24Hours"], enforcement: "HEALTHY" },
    ({ ses }) =>
      outcome(ses.send(new GetAccountCommand({})), (it) => ({
        enabled: it.SendingEnabled,
        quota: Object.keys(it.SendQuota ?? {}).sort(),
        enforcement: it.EnforcementStatus,
      })),
  ),
  from("ses", "SES API v2 reference, GetConfigurationSet")(
    "a configuration set that is not there",
    missing,
    ({ ses }) =>
      outcome(ses.send(new GetConfigurationSetCommand({ ConfigurationSetName: "conformance-nowhere" }))),
  ),
  sends("a mail of ours", { id: true }, send()),
  sends("an unknown configuration set", missing, send({ ConfigurationSetName: "conformance-nowhere" })),
  sends("nobody to send it to", bad, send(to())),
  sends(
    "fifty recipients",
    { id: true },
    send((place) => to(...many(50, place))),
  ),
  sends(
    "fifty-one recipients",
    bad,
    send((place) => to(...many(51, place))),
  ),
  sends("an address without a domain", bad, send(to("ada"))),
  sends("an address with letters beyond ASCII", bad, send(to("ädä@example.com"))),
  sends("no content", bad, send({ Content: {} })),
  sends(
    "a line break in a header",
    bad,
    send({ Headers: [{ Name: "X-One", Value: "a\r\nBcc: b@example.com" }] }),
  ),
  sends("a tag with a blank", bad, send({ EmailTags: [{ Name: "message", Value: "a b" }] })),
  lists("put, then looked at", { address: EmailAddress, reason: "BOUNCE", dated: true }, (place) =>
    suppressed(place, () => look(place)),
  ),
  lists(
    "put again for another reason",
    { address: EmailAddress, reason: "COMPLAINT", dated: true },
    (place) =>
      suppressed(place, async () => {
        await suppress(place, "COMPLAINT");
        return look(place);
      }),
  ),
  lists("found on a page of the last week", { found: [EmailAddress], bounces: true }, (place) =>
    suppressed(place, () =>
      outcome(
        place.ses.send(
          new ListSuppressedDestinationsCommand({
            StartDate: new Date(Date.now() - 7 * 86_400_000),
            Reasons: ["BOUNCE"],
            PageSize: 100,
          }),
        ),
        ({ SuppressedDestinationSummaries: all = [] }) => ({
          found: all.map((it) => it.EmailAddress).filter((address) => address === EmailAddress),
          bounces: all.every(({ Reason }) => Reason === "BOUNCE"),
        }),
      ),
    ),
  ),
  lists("not found among complaints", [], (place) =>
    suppressed(place, () =>
      outcome(
        place.ses.send(new ListSuppressedDestinationsCommand({ Reasons: ["COMPLAINT"] })),
        ({ SuppressedDestinationSummaries: all = [] }) =>
          all.filter((it) => it.EmailAddress === EmailAddress),
      ),
    ),
  ),
  lists("taken off", ["done", missing], async (place) => {
    await suppress(place, "BOUNCE");
    return [await outcome(lift(place)), await look(place)];
  }),
  lists("looked at while not on it", missing, (place) => look(place, "conformance.nobody@example.com")),
  lists("taken off while not on it", missing, (place) =>
    outcome(lift(place, "conformance.nobody@example.com")),
  ),
  lists("a reason that is none", bad, (place) => outcome(suppress(place, "DISLIKE" as "BOUNCE"))),
];
