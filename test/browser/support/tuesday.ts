const DAY_MS = 86_400_000;

/** The next Tuesday, 09:00 UTC: within the sending hours in Berlin. */
export function tuesday(now: number): number {
  const ahead = (9 - new Date(now).getUTCDay()) % 7 || 7;
  return new Date(now + ahead * DAY_MS).setUTCHours(9, 0, 0, 0);
}
