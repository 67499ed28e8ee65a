import * as z from "zod";

const Domain = z
  .string()
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    "Must be a domain name such as people.example.org",
  );

/** CloudFront takes certificates of this region only (CloudFront guide, "Requirements for using SSL/TLS certificates"). */
const Certificate = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    "Must be the ARN of a certificate in us-east-1",
  );

/** A name of ours and the certificate that proves it; without one the address is CloudFront's. */
const Site = z.strictObject({ domain: Domain, certificate: Certificate });

/** What a CloudWatch log group may keep (CloudWatch Logs API, PutRetentionPolicy). */
const LOG_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] as const;

const Mail = z
  .strictObject({
    /** Mail is sent from addresses of this domain. */
    domain: Domain.exactOptional(),
    /** Without a domain: the one address that mail is sent from. */
    address: z.email().max(254).exactOptional(),
    /**
     * `existing`: SES has the sender and the test recipients in this account and region already, made by hand or by another stage; they are
     * used by their names and never changed. `create` makes them, and takes them away with the stack.
     */
    identity: z.enum(["create", "existing"]).default("create"),
    /** The domain that bounces go to, below `domain` (SES guide, "Using a custom MAIL FROM domain"). */
    mailFrom: Domain.exactOptional(),
    /** Where links and pixels of tracked mails lead, instead of a domain of AWS. */
    tracking: Site.exactOptional(),
    /** While SES holds the account in its sandbox: who may get mail besides, each after confirming it. */
    testRecipients: z.array(z.email()).max(20).default([]),
    /** Mails that SES allows in 24 hours; the alarm rings at 80 % of it. 200 in the sandbox. */
    dailyQuota: z.int().min(1).default(200),
  })
  .superRefine(({ domain, address, identity, mailFrom, tracking }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if ((domain === undefined) === (address === undefined))
      say("domain", "Give either a domain or one address to send from");
    if (tracking && !(domain !== undefined && tracking.domain.endsWith(`.${domain}`)))
      say("tracking", "Must be a subdomain of mail.domain: SES takes no other that it has not verified");
    if (mailFrom !== undefined && !(domain !== undefined && mailFrom.endsWith(`.${domain}`)))
      say("mailFrom", "Must be a subdomain of mail.domain");
    if (mailFrom !== undefined && identity === "existing")
      say("mailFrom", "Can't be set on an identity that is there already: set it where that was made");
  });

const Secrets = z.strictObject({
  /** The generation of what CloudFront proves itself with. Raise it by one, and deploy all, to renew it (docs/operations.md). */
  origin: z.int().min(1).default(1),
});

/** What one deployment is told: where it runs, under which names, and how long it keeps what. */
export const Config = z.strictObject({
  /** Part of every name: several stages fit into one account. `production` is protected against deletion. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/, "Must be 2 to 12 lower-case letters and digits, such as production"),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "Must be a region such as eu-central-1"),
  site: Site.exactOptional(),
  mail: Mail,
  secrets: Secrets.prefault({}),
  /** Who is told of alarms. */
  alarmEmail: z.email().exactOptional(),
  /** Days that logs are kept. */
  logDays: z.literal(LOG_DAYS, `Must be one of ${LOG_DAYS.join(", ")}`).default(30),
  /** `aws`: a key that AWS keeps for you. `own`: a key of yours for table and files, which you can take away. */
  key: z.enum(["aws", "own"]).default("aws"),
  /**
   * `required`: recruiters sign in with a second factor, and set it up the first time that they do. `optional`: nobody is asked for one, and
   * the app has no page to set one up, so in effect there is none.
   */
  mfa: z.enum(["optional", "required"]).default("optional"),
  logLevel: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]).default("INFO"),
  /** The day of the price table that costs were reckoned with; the dashboard names it. */
  pricesOf: z.iso.date("Must be a day such as 2026-11-30"),
});
export type Config = z.output<typeof Config>;
/** As it is written down in `perennial.config.ts`. */
export type ConfigInput = z.input<typeof Config>;

/** Reads a configuration; says of every field that is wrong what it must be. */
export function readConfig(given: unknown): Config {
  const { data, error } = Config.safeParse(given);
  if (data) return data;
  const lines = error.issues.map(({ path, message }) => `  ${path.join(".") || "(whole)"}: ${message}`);
  throw new Error(`perennial.config.ts can't be used:\n${lines.join("\n")}`);
}

/** What has to survive a mistake. */
export const isProduction = ({ stage }: Pick<Config, "stage">) => stage === "production";
