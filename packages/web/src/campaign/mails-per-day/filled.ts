const DAY_MS = 86_400_000;

/** What left on a day, and what is planned for it, in mails. */
export interface Bar {
  readonly day: string;
  readonly sent: number;
  readonly planned: number;
}

const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** ISO weekday, 1 is Monday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Every day from the first to the last, also those without a mail, and today; at most `most`, the latest. */
export function filled(bars: readonly Bar[], today: string | undefined, most = 400): Bar[] {
  const known = new Map(bars.map((bar) => [bar.day, bar]));
  const days = [...known.keys(), ...(today ? [today] : [])].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: Bar[] = [];
  for (let day = first; day <= last; day = next(day))
    all.push(known.get(day) ?? { day, sent: 0, planned: 0 });
  return all.slice(-most);
}

/** "1,204 sent on 12 days, 300 planned until 14 May". */
export function totals(bars: readonly Bar[]): { sent: number; planned: number; most: number } {
  const sum = (of: (bar: Bar) => number) => bars.reduce((total, bar) => total + of(bar), 0);
  return {
    sent: sum(({ sent }) => sent),
    planned: sum(({ planned }) => planned),
    most: Math.max(1, ...bars.map(({ sent, planned }) => sent + planned)),
  };
}
