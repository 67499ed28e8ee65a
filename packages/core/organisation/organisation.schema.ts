import * as z from "zod";
import { Line, Locale } from "../text.ts";

const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
export const Zone = z
  .string()
  .refine((zone) => zones.has(zone), "Must be an IANA time zone such as Europe/Berlin");

const HttpsUrl = z
  .url({ protocol: /^https$/, error: "Must be an address that starts with https://" })
  .max(500);

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Must be a time such as 09:00");
export const Window = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1, "Choose at least one day"),
    from: Time,
    to: Time,
  })
  .refine(({ from, to }) => from < to, "Must end after it begins");
export type Window = z.infer<typeof Window>;

export const ConsentCountries = z.strictObject({
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
  unknown: z.boolean(),
  /** Why it differs from what we ship; kept with who changed it. */
  reason: z.string().trim().max(500).exactOptional(),
});
export type ConsentCountries = z.infer<typeof ConsentCountries>;

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

/** How the organisation writes to people; what we ship is on by default. */
export const Policy = z.strictObject({
  /** When campaign mail may leave, in the organisation's zone. ISO weekdays, 1 is Monday; times `HH:MM`. */
  window: Window.default({ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }),
  /**
   * Countries where data that people did not give us themselves needs their consent before we write, whatever other ground is claimed
   * (German UWG § 7(2), Austrian TKG § 174); `unknown`: also where the country is not known. A change needs a reason.
   */
  consentCountries: ConsentCountries.default({ countries: ["DE", "AT"], unknown: true }),
});
export type Policy = z.infer<typeof Policy>;

export const Info = Settings.partial().extend({
  policy: Policy.exactOptional(),
  revision: z.int().min(0),
});
export type Info = z.infer<typeof Info>;
