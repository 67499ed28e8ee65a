import type { Policy } from "./organisation.schema.ts";

/** What of the organisation's policy decides whether somebody may be written to. */
export type Terms = Pick<Policy, "consentCountries">;

/** Whether somebody there is written to by her own consent alone, whatever other ground there is. */
export const needsConsent = (
  country: string | undefined,
  { consentCountries: { countries, unknown } }: Terms,
): boolean => (country ? countries.includes(country) : unknown);
