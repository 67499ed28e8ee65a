import type { Stream } from "./streams.ts";

const HEIGHT = 64;
/** Somebody is never too thin to see. */
const THINNEST = 2;

export const thickness = (count: number, tallest: number) =>
  count === 0 ? 0 : Math.max(Math.min(count / tallest, 1) * (HEIGHT - 8), THINNEST);

/** People on their way: as thick as they came, narrowing to those who went on; who waits stands on it as a bar. */
export function Band({ stream, tallest }: { readonly stream: Stream; readonly tallest: number }) {
  const [came, moved] = [thickness(stream.came, tallest), thickness(stream.moved, tallest)];
  const waiting = thickness(stream.waiting, tallest);
  return (
    <svg className="flow-band" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path
        d={`M0 ${HEIGHT}V${HEIGHT - came}H16C32 ${HEIGHT - came} 32 ${HEIGHT - moved} 48 ${HEIGHT - moved}H100V${HEIGHT}z`}
      />
      <rect className="flow-waiting" x={0} width={12} y={HEIGHT - waiting} height={waiting} />
    </svg>
  );
}
