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

const onMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const PRINTED: Readonly<Record<string, string>> = {
  enter: "↵",
  escape: "Esc",
  shift: "⇧",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  backspace: "⌫",
};

function printed(key: string): string {
  if (key === "mod") return onMac() ? "⌘" : "Ctrl";
  if (key === "alt") return onMac() ? "⌥" : "Alt";
  return PRINTED[key] ?? key;
}
