import { expect, test } from "vitest";
import { email, rules } from "../../infra/index.ts";
import { matches } from "../../packages/local/bus/match.ts";

/** The queues that get an event of SES about a mail of ours. */
function queuesFor(eventType: string): string[] {
  const tags = { "ses:configuration-set": [email.configurationSet] };
  const event = { source: "aws.ses", detail: { eventType, mail: { tags } } };
  return rules
    .filter(({ bus, pattern }) => bus === "default" && matches(pattern, event))
    .map(({ queue }) => queue)
    .sort();
}

test.each(["Delivery", "Bounce", "Complaint"])(
  "%s is counted, and settles the mail in case its sender died",
  (eventType) => {
    expect(queuesFor(eventType)).toEqual(["figures", "settlement"]);
  },
);

test("a Reject settles the mail; nothing counts it", () => {
  expect(queuesFor("Reject")).toEqual(["settlement"]);
});

test("a Send says what the sender heard already, and costs nobody a message", () => {
  expect(queuesFor("Send")).toEqual([]);
});

test.each(["Open", "Click", "DeliveryDelay"])("%s says nothing more of the sending", (eventType) => {
  expect(queuesFor(eventType)).toEqual(["figures"]);
});
