import "./keys.css";

/** A key of the table as it is printed: `g h`, `?`, `⌘ ↵`. */
export function Keys({ of }: { readonly of: string }) {
  return (
    <span className="keys">
      {of.split(/[ +]/).map((key) => (
        <kbd key={key}>{printed(key)}</kbd>
      ))}
    </span>
  );
}

function printed(key: string): string {
  if (key === "enter") return "↵";
  if (key === "mod") return /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
  return key;
}
