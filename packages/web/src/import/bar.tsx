import { number } from "../words/numbers.ts";

interface Props {
  readonly words: string;
  /** 0 to 1. */
  readonly share: number;
}

/** How far something is, for eyes and ears. */
export function Bar({ words, share }: Props) {
  const percent = Math.min(100, Math.round(share * 100));
  return (
    <div className="bar">
      <progress max={100} value={percent} aria-label={words} />
      <span className="quiet small">
        {words}: {number(percent)} %
      </span>
    </div>
  );
}
