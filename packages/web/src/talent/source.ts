import type { FormRow } from "../api/routes.ts";

/** Where somebody came from, in words: `form:frm_...` by the form's name. */
export function sourceWords(source: string, forms: readonly FormRow[]): string {
  const [kind, id, ...rest] = source.split(":");
  if (kind === "import") return [`Import: ${id}`, ...rest].join(":");
  if (kind !== "form") return source;
  return forms.find(({ formId }) => formId === id)?.name ?? "Form";
}
