import { Aws, CfnOutput, type Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  CfnEmailIdentity,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { email, secondPath } from "../infra/email.ts";
import type { Config } from "./config.ts";
import { type Scope, stackOf } from "./scope.ts";

export interface Email {
  readonly stack: Stack;
  readonly configurationSet: string;
  /** Bounces and complaints once more. */
  readonly topic: Topic;
  /**
   * What a sender needs permission for: the configuration set, the sender, and in the sandbox the recipients, who have to be
   * confirmed there.
   */
  readonly arns: readonly string[];
}

/** From whom mail is sent, and what SES tells us of it. */
export function emailStack(scope: Scope): Email {
  const stack = stackOf(scope, "email");
  const { mail } = scope.config;
  const set = new CfnConfigurationSet(stack, "ConfigurationSet", {
    name: scope.name(email.configurationSet),
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
    suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
    deliveryOptions: { tlsPolicy: "REQUIRE" },
    ...(mail.tracking && {
      trackingOptions: { customRedirectDomain: mail.tracking.domain, httpsPolicy: "REQUIRE" },
    }),
  });
  if (mail.identity === "create") identitiesOf(stack, mail, set.ref);
  const configurationSet = scope.name(email.configurationSet);
  const identities = [senderOf(mail), ...mail.testRecipients];
  return {
    stack,
    configurationSet,
    topic: destinations(stack, scope, set),
    arns: [
      arnOf(stack, `configuration-set/${configurationSet}`),
      ...identities.map((identity) => arnOf(stack, `identity/${identity}`)),
    ],
  };
}

const senderOf = ({ domain, address }: Config["mail"]): string => domain ?? address ?? "";

const arnOf = ({ region }: Stack, path: string) =>
  `arn:${Aws.PARTITION}:ses:${region}:${Aws.ACCOUNT_ID}:${path}`;

/** The domain with DKIM and its own MAIL FROM; or one address, which SES asks to confirm by mail, as it does the test recipients. */
function identitiesOf(stack: Stack, mail: Config["mail"], configurationSetName: string): void {
  const { domain, mailFrom } = mail;
  const identity = new CfnEmailIdentity(stack, "Sender", {
    emailIdentity: senderOf(mail),
    configurationSetAttributes: { configurationSetName },
    feedbackAttributes: { emailForwardingEnabled: false },
    ...(domain && {
      dkimAttributes: { signingEnabled: true },
      dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
    }),
    ...(mailFrom && {
      mailFromAttributes: { mailFromDomain: mailFrom, behaviorOnMxFailure: "USE_DEFAULT_VALUE" },
    }),
  });
  if (domain) tellRecords(stack, identity, mailFrom);
  for (const [index, emailIdentity] of mail.testRecipients.entries())
    new CfnEmailIdentity(stack, `TestRecipient${index}`, { emailIdentity });
}

/** The records that whoever runs the domain's DNS has to set. */
function tellRecords(stack: Stack, identity: CfnEmailIdentity, mailFrom: string | undefined) {
  const dkim = [
    [identity.attrDkimDnsTokenName1, identity.attrDkimDnsTokenValue1],
    [identity.attrDkimDnsTokenName2, identity.attrDkimDnsTokenValue2],
    [identity.attrDkimDnsTokenName3, identity.attrDkimDnsTokenValue3],
  ];
  for (const [index, [record, value]] of dkim.entries())
    new CfnOutput(stack, `DnsDkim${index + 1}`, { value: `${record} CNAME ${value}` });
  if (!mailFrom) return;
  new CfnOutput(stack, "DnsMailFromMx", {
    value: `${mailFrom} MX 10 feedback-smtp.${stack.region}.amazonses.com`,
  });
  new CfnOutput(stack, "DnsMailFromSpf", { value: `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"` });
}

/** Everything to the default bus, the only one SES knows; bounces and complaints to a topic as well. */
function destinations(stack: Stack, { name }: Scope, set: CfnConfigurationSet): Topic {
  new CfnConfigurationSetEventDestination(stack, "ToBus", {
    configurationSetName: set.ref,
    eventDestination: {
      name: "bus",
      enabled: true,
      matchingEventTypes: [...email.events],
      eventBridgeDestination: {
        eventBusArn: `arn:${Aws.PARTITION}:events:${stack.region}:${Aws.ACCOUNT_ID}:event-bus/${email.destination}`,
      },
    },
  });
  const topic = new Topic(stack, "SecondPath", { topicName: name("second-path"), enforceSSL: true });
  topic.grantPublish(
    new ServicePrincipal("ses.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  );
  const second = new CfnConfigurationSetEventDestination(stack, "ToSecondPath", {
    configurationSetName: set.ref,
    eventDestination: {
      name: "second-path",
      enabled: true,
      matchingEventTypes: [...secondPath.events],
      snsDestination: { topicArn: topic.topicArn },
    },
  });
  second.node.addDependency(topic);
  return topic;
}
