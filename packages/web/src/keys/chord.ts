import { type CommandId, commands } from "./commands.ts";

/** What of a key press matters. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The press in the words of the table: `j`, `shift+j`, `?`, `enter`, `alt+up`, `mod+enter`; undefined for a chord of the browser's own.
 * A character that a keyboard types with Alt or AltGr, as German ones do `[`, is that character.
 */
export function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | undefined {
  const letter = /^\p{L}$/u.test(key);
  const character = key.length === 1;
  if (altKey && character) return /^[\p{L}\p{N} ]$/u.test(key) ? undefined : key;
  const name = key === " " ? "space" : key.toLowerCase().replace("arrow", "");
  const held = [
    (ctrlKey || metaKey) && "mod",
    altKey && "alt",
    // What Shift makes of other characters is in the character.
    shiftKey && (letter || !character) && "shift",
  ];
  return [...held, name].filter(Boolean).join("+");
}

/**
 * What the keys pressed so far mean: a command, the beginning of one, or nothing.
 * @param placeOf how recently the place that handles a command was opened, the greater the later; undefined when nothing handles it
 */
export function meaning(
  pressed: readonly string[],
  placeOf: (id: CommandId) => number | undefined,
): { readonly id: CommandId } | "begun" | undefined {
  const text = pressed.join(" ");
  const open = commands.flatMap(({ id, key }) => {
    const place = placeOf(id);
    return key !== undefined && place !== undefined ? [{ id, key, place }] : [];
  });
  const [exact] = open.filter(({ key }) => key === text).sort((a, b) => b.place - a.place);
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
