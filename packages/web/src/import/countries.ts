import type { ConsentCountries } from "@perennial/core/organisation/organisation.schema.ts";

const names = new Intl.DisplayNames(["en"], { type: "region" });
const list = new Intl.ListFormat("en", { type: "conjunction" });

/** `In Austria and Germany, and where the country is not known,`: where legitimate interest is not enough. */
export function countriesInWords(policy: ConsentCountries | undefined): string | undefined {
  if (!policy) return undefined;
  const known = policy.countries.map((code) => names.of(code) ?? code).sort();
  const places = known.length > 0 ? [`in ${list.format(known)}`] : [];
  const all = [...places, ...(policy.unknown ? ["where the country is not known"] : [])];
  return all.length > 0 ? all.join(", and ") : undefined;
}
