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

test.each(["Delivery", "Bounce", "Complaint", "Open", "Click", "Reject", "DeliveryDelay"])(
  "%s is one message, to whoever counts and settles",
  (eventType) => {
    expect(queuesFor(eventType)).toEqual(["figures"]);
  },
);

test("a Send says what the sender heard already, and costs nobody a message", () => {
  expect(queuesFor("Send")).toEqual([]);
});
