import { useEffect } from "react";
import { fieldErrors } from "../api/problem.ts";

/** After a refusal the first refused field has the focus; a field's id is its name. */
export function useFocusOnError(error: unknown) {
  useEffect(() => {
    const [first] = Object.keys(fieldErrors(error));
    if (first) document.getElementById(first)?.focus();
  }, [error]);
}
