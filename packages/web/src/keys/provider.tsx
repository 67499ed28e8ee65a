import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { meaning, nameOf, typingIn } from "./chord.ts";
import type { CommandId } from "./commands.ts";
import { useKeysOn } from "./setting.ts";

type Handlers = Partial<Record<CommandId, () => void>>;
interface Registry {
  readonly add: (handlers: Handlers) => () => void;
}

const Keys = createContext<Registry>({ add: () => () => {} });

/** A second key must follow the first within this. */
const CHORD_MS = 1_200;

/** The one listener for keys. A command is allowed while something on the page handles it; the latest comer wins. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<Handlers[]>([]);
  const [on] = useKeysOn();
  useEffect(() => listen(layers.current, on), [on]);
  const registry = useMemo<Registry>(
    () => ({
      add(handlers) {
        layers.current.push(handlers);
        return () => {
          layers.current.splice(layers.current.indexOf(handlers), 1);
        };
      },
    }),
    [],
  );
  return <Keys value={registry}>{children}</Keys>;
}

/** Handles commands while the component is on the page. */
export function useCommands(handlers: Handlers) {
  const { add } = useContext(Keys);
  const latest = useRef(handlers);
  latest.current = handlers;
  const ids = Object.keys(handlers).join(" ");
  useEffect(() => {
    const names = ids.split(" ") as CommandId[];
    return add(Object.fromEntries(names.map((id) => [id, () => latest.current[id]?.()])));
  }, [add, ids]);
}

function listen(layers: readonly Handlers[], on: boolean): () => void {
  let pressed: string[] = [];
  let at = 0;
  const handlerOf = (id: CommandId) => layers.findLast((handlers) => handlers[id])?.[id];
  const onKey = (event: KeyboardEvent) => {
    const name = nameOf(event);
    if (!name || event.defaultPrevented || !heard(event, name, on)) return;
    if (event.timeStamp - at > CHORD_MS) pressed = [];
    at = event.timeStamp;
    pressed.push(name);
    const found = meaning(pressed, (id) => handlerOf(id) !== undefined);
    if (found === "begun") return;
    pressed = [];
    if (!found) return;
    event.preventDefault();
    handlerOf(found.id)?.();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** Chords with Ctrl or ⌘ always; bare keys only where they are wanted and nobody is typing or in a dialog. */
function heard(event: KeyboardEvent, name: string, on: boolean): boolean {
  if (name.startsWith("mod+")) return true;
  if (!on || event.ctrlKey || event.metaKey) return false;
  const target = event.target;
  if (name === "enter" && target instanceof Element && target.closest("a, button, summary, input"))
    return false;
  return !typingIn(target) && document.querySelector('[role="dialog"]') === null;
}
