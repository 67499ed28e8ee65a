import { Liquid } from "liquidjs";

export interface Merged {
  readonly text: string;
  /** Values that the template needs and that are not there, by path. */
  readonly missing: readonly string[];
  /** What is wrong with the template itself, each with its line. */
  readonly problems: readonly string[];
}

/** The first four would read other files; what `capture` keeps would be escaped twice. */
const TAGS_OFF = ["include", "render", "layout", "block", "capture"];
/** `raw` would undo the escaping; the others read the machine's clock, zone or dice instead of ours. */
const FILTERS_OFF = [
  "raw",
  "sample",
  "date",
  "date_to_xmlschema",
  "date_to_rfc822",
  "date_to_string",
  "date_to_long_string",
];

/**
 * Merges values into a Liquid template.
 * @param harmless makes each value harmless where the text goes
 */
export function merge(template: string, values: object, harmless: (value: unknown) => string): Merged {
  try {
    return { text: engine(harmless).parseAndRenderSync(template, values), missing: [], problems: [] };
  } catch (error) {
    return { text: "", ...sorted(error) };
  }
}

function engine(harmless: (value: unknown) => string): Liquid {
  const liquid = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    catchAllErrors: true,
    ownPropertyOnly: true,
    outputEscape: harmless,
    parseLimit: 25_000,
    renderLimit: 500,
    memoryLimit: 1_000_000,
  });
  for (const tag of TAGS_OFF) delete liquid.tags[tag];
  for (const filter of FILTERS_OFF) delete liquid.filters[filter];
  return liquid;
}

function sorted(error: unknown): Pick<Merged, "missing" | "problems"> {
  const missing = new Set<string>();
  const problems = new Set<string>();
  for (const { name, message, token } of faultsOf(error))
    if (name === "UndefinedVariableError" && token) missing.add(token.getText());
    else problems.add(sentence(message));
  return { missing: [...missing], problems: [...problems] };
}

type Fault = Error & { readonly token?: { getText(): string }; readonly errors?: readonly Fault[] };

/** Liquid nests its lists of errors as its tags nest; a limit is an error without a place. */
const faultsOf = (error: unknown): Fault[] => {
  const fault = error as Fault;
  return fault.errors?.flatMap(faultsOf) ?? [fault];
};

/** `tag "include" not found, line:2, col:1` as people say it. */
function sentence(message: string): string {
  const [, what, line] = /^(.*?)(?:, line:(\d+), col:\d+)?$/s.exec(message) ?? [];
  return line ? `line ${line}: ${what}` : (what ?? message);
}
