import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef } from "react";

/** What was changed is saved once nobody changes it for this long. */
const PAUSE_MS = 1_200;

/** Saves a value by itself, each once: what was refused waits for a change, or for somebody to press. */
export function useAutosave<T>(wanted: boolean, value: T, submit: () => void) {
  const [settled] = useDebouncedValue(value, PAUSE_MS);
  const quiet = settled === value;
  const latest = useRef(submit);
  latest.current = submit;
  const tried = useRef<T>(undefined);
  useEffect(() => {
    if (!wanted || !quiet || tried.current === settled) return;
    tried.current = settled;
    latest.current();
  }, [wanted, quiet, settled]);
}
