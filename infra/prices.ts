/** The price of one unit, where it stands, and what is counted as one. */
export interface Price {
  /** US dollars. */
  readonly dollars: number;
  readonly page: string;
}

const million = (dollars: number) => dollars / 1e6;
const GB = 1024 ** 3;

const pages = {
  dynamodb: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  lambda: "https://aws.amazon.com/lambda/pricing/",
  states: "https://aws.amazon.com/step-functions/pricing/",
  eventbridge: "https://aws.amazon.com/eventbridge/pricing/",
  sqs: "https://aws.amazon.com/sqs/pricing/",
  ses: "https://aws.amazon.com/ses/pricing/",
  api: "https://aws.amazon.com/api-gateway/pricing/",
  s3: "https://aws.amazon.com/s3/pricing/",
  cloudwatch: "https://aws.amazon.com/cloudwatch/pricing/",
  cloudfront: "https://aws.amazon.com/cloudfront/pricing/",
  waf: "https://aws.amazon.com/waf/pricing/",
  kms: "https://aws.amazon.com/kms/pricing/",
  secrets: "https://aws.amazon.com/secrets-manager/pricing/",
  connect: "https://aws.amazon.com/connect/pricing/",
} as const;

/** When the pages were read, and for where: list prices in US dollars, without free tiers, savings plans and taxes. */
export const read = { on: "2026-12-01", region: "us-east-1" } as const;

/** What the meter counts, by its units (packages/local/meter). */
export const prices = {
  "dynamodb.write": { dollars: million(0.625), page: pages.dynamodb },
  "dynamodb.read": { dollars: million(0.125), page: pages.dynamodb },
  "lambda.request": { dollars: million(0.2), page: pages.lambda },
  // arm64, the first six billion GB-seconds of a month.
  "lambda.gbSecond": { dollars: 0.0000133334, page: pages.lambda },
  "states.transition": { dollars: million(25), page: pages.states },
  "events.custom": { dollars: million(1), page: pages.eventbridge },
  "events.archivedByte": { dollars: 0.1 / GB, page: pages.eventbridge },
  // Events of AWS services on the default bus are free. The page has a second kind, "opt-in data events", at the price of custom ones,
  // and does not list which services send those: should SES be one, this is a dollar a million, and the report says what follows.
  "events.ses": { dollars: 0, page: pages.eventbridge },
  "pipes.request": { dollars: million(0.4), page: pages.eventbridge },
  "sqs.request": { dollars: million(0.4), page: pages.sqs },
  // À la carte. Accounts that are new since 2026-07-21 begin on the plan Essentials, 0.16 dollars a thousand, until they choose NONE.
  "ses.mail": { dollars: 0.0001, page: pages.ses },
  // Only attachments are billed by size, and campaign mails have none.
  "ses.byte": { dollars: 0, page: pages.ses },
  "api.request": { dollars: million(1), page: pages.api },
  "s3.write": { dollars: million(5), page: pages.s3 },
  "s3.read": { dollars: million(0.4), page: pages.s3 },
  "logs.byte": { dollars: 0.5 / GB, page: pages.cloudwatch },
} as const satisfies Record<string, Price>;

/** What comes in front of a request to the API on its way from outside: CloudFront's request, and WAF's look at it. */
export const edge = {
  request: { dollars: million(1), page: pages.cloudfront },
  inspection: { dollars: million(0.6), page: pages.waf },
} as const satisfies Record<string, Price>;

/** By the month, whatever is sent. */
export const monthly = {
  webAcl: { dollars: 5, page: pages.waf },
  wafRule: { dollars: 1, page: pages.waf },
  alarm: { dollars: 0.1, page: pages.cloudwatch },
  dashboard: { dollars: 3, page: pages.cloudwatch },
  kmsKey: { dollars: 1, page: pages.kms },
  secret: { dollars: 0.4, page: pages.secrets },
  /** A gigabyte of the table, and of its point-in-time recovery. */
  storedGb: { dollars: 0.25 + 0.2, page: pages.dynamodb },
} as const satisfies Record<string, Price>;

/** What the same would cost elsewhere. */
export const others = {
  /** A mail sent by Amazon Connect, which AWS names as the successor of Pinpoint's journeys. */
  connectMail: { dollars: 0.08, page: pages.connect },
} as const satisfies Record<string, Price>;
