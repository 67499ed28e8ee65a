const at = (value: unknown, name: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;

/** The trace a bus event carries: `detail.trace` in our own, the mail's tag `trace` in those of SES. */
export function traceOf(envelope: unknown): string | undefined {
  const detail = at(envelope, "detail");
  const own = at(detail, "trace");
  if (typeof own === "string") return own;
  const tag = at(at(at(at(detail, "mail"), "tags"), "trace"), 0);
  return typeof tag === "string" ? tag : undefined;
}
