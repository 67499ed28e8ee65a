import type { Somebody } from "../flows/support/crowd.ts";

export const CITIES = ["Leipzig", "Lisboa", "Wien", "Lyon"] as const;
export const CRAFTS = ["nursing", "midwifery", "surgery", "care", "therapy"] as const;

/** What is known of the n-th in the pool. She may be written to; nobody tracks her. */
export const somebody = (n: number): Somebody => ({
  profile: {
    city: CITIES[n % CITIES.length] ?? "Leipzig",
    skills: [CRAFTS[n % CRAFTS.length] ?? "care"],
    tags: n % 10 === 0 ? ["fair"] : [],
  },
});
