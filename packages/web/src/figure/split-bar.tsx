import "./figure.css";

interface Part {
  readonly kind: "finished" | "waiting" | "stopped";
  readonly value: number;
}

/** One bar split in finished, waiting and stopped, at most 160 px wide. */
export function SplitBar({ parts }: { readonly parts: readonly Part[] }) {
  const words = parts.map(({ kind, value }) => `${value} ${kind}`).join(", ");
  return (
    <span className="split-bar" role="img" aria-label={words} title={words}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => (
          <span key={kind} className={`split-${kind}`} style={{ flexGrow: value }} />
        ))}
    </span>
  );
}
