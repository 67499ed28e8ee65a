import { useRef } from "react";

/** Begins something unless it is under way. `isPending` is known at the next drawing, a double click is quicker than that. */
export function useSingle<V>(begin: (variables: V) => Promise<unknown>): (variables: V) => void {
  const busy = useRef(false);
  return (variables) => {
    if (busy.current) return;
    busy.current = true;
    const free = () => {
      busy.current = false;
    };
    begin(variables).then(free, free);
  };
}
