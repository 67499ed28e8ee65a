import { Duration, type Stack } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import { alarms } from "../infra/alarms.ts";
import { metricOf, type Watched } from "./alarms.ts";
import type { Scope } from "./scope.ts";

const graph = (title: string, left: IMetric[], width = 8): IWidget =>
  new GraphWidget({ title, left, width, height: 6, liveData: true });

const title = (markdown: string): IWidget => new TextWidget({ markdown, width: 24, height: 1 });

/** What SES did in an hour, in all of the account (SES guide, "Retrieving event data from CloudWatch"). */
const mails = (metricName: string): IMetric =>
  new Metric({ namespace: "AWS/SES", metricName, statistic: "Sum", period: Duration.hours(1) });

/** One page with three questions, in the order in which an operator has them. */
export function dashboardOf(
  stack: Stack,
  { name, config }: Scope,
  watched: Watched,
  all: readonly Alarm[],
): void {
  const lines = (of: (typeof alarms)[number]["name"]): IMetric[] =>
    alarms
      .filter((alarm) => alarm.name === of)
      .flatMap((alarm) =>
        watched[alarm.on].map((one) => metricOf(alarm, one).with({ label: one.name || alarm.name })),
      );
  new Dashboard(stack, "Dashboard", {
    dashboardName: name("perennial"),
    defaultInterval: Duration.days(7),
    widgets: [
      [title(`## Is it healthy? Prices of ${config.pricesOf}; runbook: docs/operations.md`)],
      [new AlarmStatusWidget({ title: "Alarms", alarms: [...all], width: 24, height: 4 })],
      [
        graph("Given up", lines("dead-letters")),
        graph("Oldest message, seconds", lines("stuck-messages")),
        graph("Failed campaigns and imports, and the pipe", [
          ...lines("failed-executions"),
          ...lines("failed-pipe"),
        ]),
      ],
      [
        graph("Errors of ours over HTTP", lines("http-faults"), 12),
        graph("Functions refused", lines("throttles"), 12),
      ],
      [title("## Is mail going out?")],
      [
        graph("Mails an hour", ["Send", "Delivery", "Open", "Click"].map(mails), 12),
        graph(`Sent in a day, of ${config.mail.dailyQuota}`, lines("quota"), 12),
      ],
      [title("## Is anyone complaining?")],
      [
        graph("Bounces and complaints an hour", ["Bounce", "Complaint", "Reject"].map(mails)),
        graph("Bounce rate; SES asks from 0.05", lines("bounce-rate")),
        graph("Complaint rate; SES asks from 0.001", lines("complaint-rate")),
      ],
    ],
  });
}
