import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import type { CommandId } from "./commands.ts";
import { type Handlers, listen, placeOf } from "./listen.ts";
import { useKeysOn } from "./setting.ts";

interface Registry {
  readonly add: (handlers: Handlers) => () => void;
  /** Whether something on the page handles it now. */
  readonly able: (id: CommandId) => boolean;
  readonly run: (id: CommandId) => void;
}

const Keys = createContext<Registry>({ add: () => () => {}, able: () => false, run: () => {} });

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
      able: (id) => placeOf(layers.current, id) !== undefined,
      run: (id) => layers.current.findLast((handlers) => handlers[id])?.[id]?.(),
    }),
    [],
  );
  return <Keys value={registry}>{children}</Keys>;
}

/** What can be done on this page, for the palette. */
export function useAbilities(): Pick<Registry, "able" | "run"> {
  return useContext(Keys);
}

/** Handles commands while the component is on the page; one whose handler is undefined is not handled. */
export function useCommands(handlers: Handlers) {
  const { add } = useContext(Keys);
  const latest = useRef(handlers);
  latest.current = handlers;
  const ids = Object.entries(handlers)
    .flatMap(([id, handler]) => (handler ? [id] : []))
    .join(" ");
  useEffect(() => {
    if (ids === "") return;
    const names = ids.split(" ") as CommandId[];
    return add(Object.fromEntries(names.map((id) => [id, () => latest.current[id]?.()])));
  }, [add, ids]);
}
