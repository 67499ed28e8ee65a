import type { ConsentCountries } from "@perennial/core/organisation/organisation.schema.ts";
import { country } from "../words/countries.ts";

/** Where consent is needed first: "Germany, Austria and where the country is not known". */
export function choiceWords({ countries, unknown }: Pick<ConsentCountries, "countries" | "unknown">): string {
  const named = countries.map(country);
  const all = [...named, ...(unknown ? ["where the country is not known"] : [])];
  if (all.length === 0) return "nowhere";
  const last = all.at(-1) ?? "";
  return all.length === 1 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}
