/** Words that mean something to JavaScript and nothing to a mail. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Merge values as plain data: no functions, no prototypes. What is null or blank is left out, because a mail that would greet
 * nobody must be held, not sent.
 */
export function plainData(values: Record<string, unknown>): object {
  return JSON.parse(JSON.stringify(values), (key, value: unknown) => {
    if (RESERVED.has(key) || value === null) return undefined;
    if (typeof value === "string" && value.trim() === "") return undefined;
    return value;
  });
}

/** A value inside Markdown, where every mark of punctuation is only itself (CommonMark 2.4) and no line begins. */
export const literal = (value: unknown): string =>
  oneLine(value).replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`);

/**
 * A value on one line: no line break can begin a header, a list or a heading.
 * @throws Error for a group of values, which is no text
 */
export function oneLine(value: unknown): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    throw new Error("this names a group of values, name one of them");
  const text = Array.isArray(value) ? value.map(oneLine).join(", ") : String(value ?? "");
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
