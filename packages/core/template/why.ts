import type { Locale } from "../text.ts";

const WHY: Readonly<Record<Locale, string>> = {
  en: "You get this because you joined our talent community and said yes to job news.",
  de: "Sie bekommen diese Mail, weil Sie unserem Talent-Netzwerk beigetreten sind und Job-News zugestimmt haben.",
};

/** Why a campaign's mail comes, for its footer. */
export const nurtureWhy = (locale: Locale): string => WHY[locale];
