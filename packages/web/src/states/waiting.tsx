import { Skeleton } from "@mantine/core";
import "./states.css";

/** Says that something is on its way, once it takes longer than one would notice (150 ms). */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <p className="late waiting quiet" role="status">
      {words}…
    </p>
  );
}

const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `row-${index}`);

/** Rows of the true height in place of those still loading. */
export function WaitingRows({ count, height }: { readonly count: number; readonly height: number }) {
  return (
    <div className="late" role="status" aria-label="Loading">
      {keysOf(count).map((key) => (
        <div className="waiting-row" style={{ height }} key={key}>
          <Skeleton height={12} width="30%" />
          <Skeleton height={12} width={96} />
        </div>
      ))}
    </div>
  );
}
