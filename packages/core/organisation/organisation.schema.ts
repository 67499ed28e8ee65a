import * as z from "zod";
import { Line, Locale } from "../text.ts";

const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
export const Zone = z
  .string()
  .refine((zone) => zones.has(zone), "Must be an IANA time zone such as Europe/Berlin");

const HttpsUrl = z
  .url({ protocol: /^https$/, error: "Must be an address that starts with https://" })
  .max(500);

/** What must be known about the organisation before anybody may be asked for data or written to. */
export const Settings = z.strictObject({
  name: Line(120),
  /** A valid physical postal address; every campaign mail carries it (15 USC 7704(a)(5), CASL s. 6). */
  postalAddress: z.string().trim().min(10, "Street, place and country, please").max(400),
  /** Where people read how their data is handled (GDPR art. 13). */
  privacyUrl: HttpsUrl,
  /** Legal notice (in Germany: Impressum), where the law asks for one. */
  imprintUrl: HttpsUrl.exactOptional(),
  /** Where privacy requests are answered. */
  privacyEmail: z.email().max(254),
  senderName: Line(80),
  senderEmail: z.email().max(254),
  zone: Zone,
  /** Languages the candidate pages and mails are offered in; the first is the default. */
  languages: z.array(Locale).min(1).max(2),
});
export type Settings = z.infer<typeof Settings>;

export const Info = Settings.partial().extend({
  revision: z.int().min(0),
});
export type Info = z.infer<typeof Info>;
