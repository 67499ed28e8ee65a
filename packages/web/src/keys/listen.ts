import { meaning, nameOf, typingIn } from "./chord.ts";
import type { CommandId } from "./commands.ts";

/** What a place does at a command. */
export type Handlers = { readonly [Id in CommandId]?: (() => void) | undefined };

/** A second key must follow the first within this. */
const CHORD_MS = 1_200;

/** How recently the place that handles a command was opened; undefined when none does. */
export function placeOf(layers: readonly Handlers[], id: CommandId): number | undefined {
  const place = layers.findLastIndex((handlers) => handlers[id]);
  return place < 0 ? undefined : place;
}

/** Listens to every key until what it returns is called. @param on whether bare keys act at all */
export function listen(layers: readonly Handlers[], on: boolean): () => void {
  let pressed: string[] = [];
  let at = 0;
  const onKey = (event: KeyboardEvent) => {
    const name = nameOf(event);
    if (!name || event.defaultPrevented || event.isComposing || !heard(event, name, on)) return;
    if (event.timeStamp - at > CHORD_MS) pressed = [];
    at = event.timeStamp;
    pressed.push(name);
    const found = meaning(pressed, (id) => placeOf(layers, id));
    if (found === "begun") return;
    pressed = [];
    if (!found) return;
    event.preventDefault();
    layers.findLast((handlers) => handlers[found.id])?.[found.id]?.();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** What a key does to a control that has the focus is the control's own. */
const OWN: Readonly<Record<string, string>> = {
  enter: "a, button, summary, input",
  space: "button, summary, input",
};

/** Chords with Ctrl or ⌘ always; other keys only where they are wanted and nobody is typing or in a dialog. */
function heard(event: KeyboardEvent, name: string, on: boolean): boolean {
  if (name.startsWith("mod+")) return true;
  const { target } = event;
  const own = OWN[name];
  if (own && target instanceof Element && target.closest(own)) return false;
  return on && !typingIn(target) && document.querySelector('[role="dialog"]') === null;
}
