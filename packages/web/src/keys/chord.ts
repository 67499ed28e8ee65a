import { type CommandId, commands } from "./commands.ts";

/** What of a key press matters. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The press in the words of the table: `j`, `?`, `enter`, `mod+enter`; undefined for a chord of the browser's own. */
export function nameOf({ key, ctrlKey, metaKey, altKey }: Press): string | undefined {
  if (altKey) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key.toLowerCase().replace("arrow", "");
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

/** What the keys pressed so far mean: a command, the beginning of one, or nothing. */
export function meaning(
  pressed: readonly string[],
  allowed: (id: CommandId) => boolean,
): { readonly id: CommandId } | "begun" | undefined {
  const text = pressed.join(" ");
  const open = commands.filter(({ id }) => allowed(id));
  const exact = open.find(({ key }) => key === text);
  if (exact) return { id: exact.id };
  return open.some(({ key }) => key.startsWith(`${text} `)) ? "begun" : undefined;
}

/** Whether a bare letter belongs to what has the focus rather than to us (WCAG 2.1.4). */
export function typingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
