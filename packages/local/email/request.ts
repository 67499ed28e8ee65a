import { z } from "zod";

const Part = z.object({ Data: z.string(), Charset: z.string().optional() });
const Addresses = z.array(z.string()).default([]);
const Status = z.enum(["ENABLED", "DISABLED"]).optional();

const Header = z.object({ Name: z.string(), Value: z.string() });
export const Tags = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);

export const Destination = z
  .object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses })
  .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] });

const File = z.object({
  RawContent: z.base64(),
  FileName: z.string(),
  ContentType: z.string().default("application/octet-stream"),
});

export const Simple = z.object({
  Subject: Part,
  Body: z.object({ Text: Part.optional(), Html: Part.optional() }),
  Headers: z.array(Header).default([]),
  Attachments: z.array(File).default([]),
});

export const Overrides = z
  .object({ Tracking: z.object({ OpenTrackingEnabled: Status, ClickTrackingEnabled: Status }).default({}) })
  .optional();

/** SendEmail, SES API v2; blobs are base64. What this machine does not have is refused by name in `check.ts`. */
export const SendEmail = z.object({
  FromEmailAddress: z.string().optional(),
  Destination,
  ReplyToAddresses: Addresses,
  Content: z.object({
    Simple: Simple.optional(),
    Raw: z.object({ Data: z.base64() }).optional(),
    Template: z.unknown().optional(),
  }),
  EmailTags: Tags,
  ConfigurationSetName: z.string().optional(),
  ConfigurationOverrides: Overrides,
  ListManagementOptions: z.unknown().optional(),
  TenantName: z.unknown().optional(),
});
export type SendEmail = z.infer<typeof SendEmail>;
