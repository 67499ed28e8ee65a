import type { FacetValue } from "@perennial/core/candidate/views.ts";
import { ENDS_SOON } from "@perennial/core/facts/ending.ts";
import type { FormRow } from "../api/routes.ts";
import { country } from "../words/countries.ts";
import { languageName } from "../words/languages.ts";
import { STAGES, STANDINGS } from "../words/stages.ts";
import type { Facet } from "./look.ts";
import { sourceWords } from "./source.ts";

const MAY: Readonly<Record<string, string>> = { yes: "Yes", pending: "Not yet", no: "No" };

/** A value of a facet in words. The empty one stands for those of whom it is not known. */
export function facetWords(fact: Facet, { value, label }: FacetValue, forms: readonly FormRow[]): string {
  if (fact === "permissionEnds")
    return value === "" ? `Not within ${ENDS_SOON} days` : `Within ${value} days`;
  if (value === "") return fact === "owner" ? "Nobody" : fact === "tags" ? "No tag" : "Not known";
  if (label) return label;
  if (fact === "mayWrite") return MAY[value] ?? value;
  if (fact === "stage") return new Map(Object.entries(STAGES)).get(value) ?? value;
  if (fact === "standing") return new Map(Object.entries(STANDINGS)).get(value) ?? value;
  if (fact === "country") return country(value);
  if (fact === "source") return sourceWords(value, forms);
  if (fact === "locale" && (value === "en" || value === "de")) return languageName(value);
  return value;
}
