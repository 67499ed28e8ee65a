import { arn } from "../wire/names.ts";
import type { Desk } from "./accept.ts";
import type { ConfigurationSet } from "./compose.ts";
import { notFound } from "./error.ts";

/** GetAccount, SES API v2. */
export function describeAccount({ quota, faults }: Pick<Desk, "quota" | "faults">) {
  return {
    ProductionAccessEnabled: true,
    SendingEnabled: !faults.on("paused") && !faults.on("suspended"),
    EnforcementStatus: faults.on("suspended") ? "SHUTDOWN" : "HEALTHY",
    DedicatedIpAutoWarmupEnabled: false,
    SendQuota: {
      Max24HourSend: quota.limits().max24HourSend,
      MaxSendRate: quota.limits().maxSendRate,
      SentLast24Hours: quota.lastDay(),
    },
    SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  };
}

/** GetConfigurationSet, SES API v2. */
export function describeSet(set: ConfigurationSet, name: string) {
  known(set, name);
  return {
    ConfigurationSetName: name,
    SendingOptions: { SendingEnabled: true },
    ReputationOptions: { ReputationMetricsEnabled: false },
    SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  };
}

/** GetConfigurationSetEventDestinations, SES API v2. */
export function describeDestinations(set: ConfigurationSet, name: string) {
  known(set, name);
  const EventBridgeDestination = {
    EventBusArn: arn("events", `event-bus/${set.destination}`),
  };
  return {
    EventDestinations: [
      { Name: "bus", Enabled: true, MatchingEventTypes: set.events, EventBridgeDestination },
    ],
  };
}

function known(set: ConfigurationSet, name: string) {
  if (name !== set.configurationSet) throw notFound(`Configuration set <${name}> does not exist.`);
}
