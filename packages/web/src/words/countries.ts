const names = new Intl.DisplayNames(undefined, { type: "region", fallback: "none" });

/** `Germany` for `DE`, in the reader's language; what is no code stays as it is. */
export function country(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes the browser can name that are no countries: unions, test and unknown regions. */
const NONE: ReadonlySet<string> = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/** A code that was given up is replaced by its successor's. */
const current = (code: string) => new Intl.Locale("und", { region: code }).maximize().region === code;

/** Every country the browser has a name for, by that name. */
export const COUNTRIES: readonly { readonly value: string; readonly label: string }[] = LETTERS.flatMap(
  (first) => LETTERS.map((second) => first + second),
)
  .flatMap((value) => {
    const label = names.of(value);
    return label && !NONE.has(value) && current(value) ? [{ value, label }] : [];
  })
  .sort((a, b) => a.label.localeCompare(b.label));
