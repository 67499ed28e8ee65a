/** The name with its mark: a joined diamond on its line and what was sent below. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M1 11h18" stroke="var(--p-hairline)" strokeWidth="1.5" />
        <path d="M10 2l4 4.5-4 4.5-4-4.5z" fill="var(--p-act)" />
        <path d="M5 14v4M10 14v4M15 14v4" stroke="var(--p-quiet)" strokeWidth="1.5" />
      </svg>
      Perennial
    </span>
  );
}
