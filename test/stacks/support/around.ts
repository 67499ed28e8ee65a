import { all, named, one, short, type Templates, text } from "./template.ts";

/** The rest of `infra/`: what stands around functions and events. */
export const around = (from: Templates) => ({
  storage: storageOf(from),
  email: emailOf(from),
  secondPath: secondPathOf(from),
  auth: authOf(from),
  firewall: one(from, "AWS::WAFv2::WebACL").Properties.Rules.map(({ Name }) => Name),
  gatewayPaths: behaviours(from).map(({ PathPattern }) => PathPattern),
  workflows: machinesOf(from),
  alarms: alarmsOf(from),
});

const behaviours = (from: Templates) =>
  one(from, "AWS::CloudFront::Distribution").Properties.DistributionConfig.CacheBehaviors;

function storageOf(from: Templates) {
  return all(from, "AWS::S3::Bucket").flatMap(({ Properties: it }) => {
    if (!it.CorsConfiguration) return [];
    const [cors] = it.CorsConfiguration.CorsRules;
    const rules = it.LifecycleConfiguration?.Rules ?? [];
    return {
      bucket: text(it.BucketName).replace("-test-", "-").replace("-<AWS::AccountId>-eu-central-1", ""),
      cors: { methods: cors.AllowedMethods, headers: cors.AllowedHeaders },
      expiry: rules.flatMap(({ Prefix: prefix, ExpirationInDays: days }) =>
        prefix ? [{ prefix, days }] : [],
      ),
    };
  });
}

const destinations = (from: Templates) =>
  all(from, "AWS::SES::ConfigurationSetEventDestination").map(
    ({ Properties: { EventDestination } }) => EventDestination,
  );

const emailOf = (from: Templates) =>
  destinations(from)
    .flatMap(({ EventBridgeDestination: to, MatchingEventTypes }) => (to ? [{ to, MatchingEventTypes }] : []))
    .map(({ to, MatchingEventTypes }) => ({
      configurationSet: text(one(from, "AWS::SES::ConfigurationSet").Properties.Name),
      destination: text(to.EventBusArn).split("/").at(-1),
      events: MatchingEventTypes,
    }));

function secondPathOf(from: Templates) {
  const [destination] = destinations(from).filter(({ SnsDestination }) => SnsDestination);
  const subscriptions = all(from, "AWS::SNS::Subscription").filter(
    ({ Properties: it }) => it.RawMessageDelivery,
  );
  return {
    events: destination?.MatchingEventTypes,
    queues: subscriptions.map((it) => named(it, it.Properties.Endpoint)),
  };
}

function authOf(from: Templates) {
  const { Properties: client } = one(from, "AWS::Cognito::UserPoolClient");
  return {
    clientId: client.ClientName,
    scopes: client.AllowedOAuthScopes,
    callbackPath: client.CallbackURLs.map((url) => text(url).replace(/^https:\/\/<.*?>/, "")).join(),
    groups: all(from, "AWS::Cognito::UserPoolGroup").map(({ Properties: it }) => it.GroupName),
    accessTokenMinutes: client.IdTokenValidity,
  };
}

const machinesOf = (from: Templates) =>
  all(from, "AWS::StepFunctions::StateMachine").map((machine) => {
    const [, parts] = machine.Properties.DefinitionString["Fn::Join"];
    const definition = parts.map((part) => (typeof part === "string" ? part : named(machine, part))).join("");
    return { name: short(machine.Properties.StateMachineName), definition: JSON.parse(definition) };
  });

const alarmsOf = (from: Templates) =>
  all(from, "AWS::CloudWatch::Alarm").map(({ Properties: it }) => ({
    name: short(it.AlarmName),
    metric: [it.Namespace, it.MetricName],
    statistic: it.Statistic,
    above: it.Threshold,
    period: it.Period,
    periods: it.EvaluationPeriods,
    anchor: /docs\/operations\.md#(\S+)$/.exec(it.AlarmDescription)?.[1],
  }));
