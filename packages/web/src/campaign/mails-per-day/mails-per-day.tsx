import { useElementSize } from "@mantine/hooks";
import { plainDay, weekdayAndDay } from "../../words/dates.ts";
import { count, number } from "../../words/numbers.ts";
import { type Bar, filled, totals, weekdayOf } from "./filled.ts";
import "./mails-per-day.css";

const HEIGHT = 72;
const WIDEST = 24;

interface Props {
  readonly days: readonly Bar[];
  /** A hairline marks it; absent before a launch. */
  readonly today: string | undefined;
  /** ISO weekdays with sending hours; the others are gaps. */
  readonly open: readonly number[];
}

/** Mails per day: what left is solid, what is planned hollow, days without sending hours pale. */
export function MailsPerDay({ days, today, open }: Props) {
  const { ref, width } = useElementSize();
  const bars = filled(days, today);
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  const { most, ...all } = totals(bars);
  const each = Math.min(width / bars.length, WIDEST);
  return (
    <figure className="mails-per-day" ref={ref}>
      <svg width={each * bars.length} height={HEIGHT} role="img" aria-label={sentence(all, first, last)}>
        {bars.map((bar, index) => (
          <Column
            key={bar.day}
            bar={bar}
            x={index * each}
            width={each}
            scale={(HEIGHT - 2) / most}
            closed={!open.includes(weekdayOf(bar.day))}
            today={bar.day === today}
          />
        ))}
      </svg>
      <figcaption className="tiny quiet" style={{ width: Math.max(each * bars.length, 160) }}>
        <span>{plainDay(first.day)}</span>
        <span>{`most on one day: ${number(most)}`}</span>
        <span>{first.day === last.day ? "" : plainDay(last.day)}</span>
      </figcaption>
    </figure>
  );
}

interface ColumnProps {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly scale: number;
  readonly closed: boolean;
  readonly today: boolean;
}

function Column({ bar: { day, sent, planned }, x, width, scale, closed, today }: ColumnProps) {
  const gap = width > 6 ? 2 : width > 3 ? 1 : 0;
  const tall = (mails: number) => (mails === 0 ? 0 : Math.max(mails * scale, 2));
  const inner = Math.max(width - gap, 0.5);
  const words = [
    weekdayAndDay(day),
    sent > 0 && `${count(sent, "mail", "mails")} sent`,
    planned > 0 && `${count(planned, "mail", "mails")} planned`,
  ];
  return (
    <g>
      <title>{words.filter(Boolean).join(": ")}</title>
      {closed && <rect className="day-closed" x={x} y={0} width={width} height={HEIGHT} />}
      <rect className="day-hit" x={x} y={0} width={width} height={HEIGHT} />
      {sent > 0 && (
        <rect className="day-sent" x={x} y={HEIGHT - tall(sent)} width={inner} height={tall(sent)} />
      )}
      {planned > 0 && (
        <rect
          className="day-planned"
          x={x + 0.5}
          y={HEIGHT - tall(sent) - tall(planned) + 0.5}
          width={Math.max(inner - 1, 0.5)}
          height={Math.max(tall(planned) - 1, 1)}
        />
      )}
      {today && <line className="day-today" x1={x} x2={x} y1={0} y2={HEIGHT} />}
    </g>
  );
}

function sentence({ sent, planned }: { sent: number; planned: number }, first: Bar, last: Bar): string {
  const parts = [
    sent > 0 && `${count(sent, "mail", "mails")} sent`,
    planned > 0 && `${count(planned, "mail", "mails")} planned`,
  ].filter(Boolean);
  return `${parts.join(", ") || "No mails"}, from ${plainDay(first.day)} to ${plainDay(last.day)}`;
}
