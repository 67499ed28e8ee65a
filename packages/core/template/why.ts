import type { Locale } from "../text.ts";

export type Ground = "consent" | "legitimate_interest";

const WHY: Readonly<Record<Locale, Readonly<Record<Ground, string>>>> = {
  en: {
    consent: "You get this because you joined our talent community and said yes to job news.",
    legitimate_interest: "You get this because we think that work with us may suit you.",
  },
  de: {
    consent:
      "Sie bekommen diese Mail, weil Sie unserem Talent-Netzwerk beigetreten sind und Job-News zugestimmt haben.",
    legitimate_interest:
      "Sie bekommen diese Mail, weil wir glauben, dass Arbeit bei uns zu Ihnen passen könnte.",
  },
};

/** Why a campaign's mail comes, for its footer, by the ground we write on. */
export const nurtureWhy = (locale: Locale, ground: Ground = "consent"): string => WHY[locale][ground];
