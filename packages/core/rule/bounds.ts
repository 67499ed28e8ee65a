const LEVELS = 5;
const CONDITIONS = 100;

interface Open {
  readonly rule: unknown;
  readonly level: number;
}

/** What of a rule is too much, as sentences. Reads whatever it is given, without recursion. */
export function excesses(given: unknown): string[] {
  let open: Open[] = [{ rule: given, level: 0 }];
  let conditions = 0;
  while (open.length > 0) {
    const inner = open.flatMap(({ rule, level }) =>
      inside(rule).map((one) => ({ rule: one, level: level + 1 })),
    );
    conditions += open.filter(({ rule }) => !isGroup(rule)).length;
    if (conditions > CONDITIONS) return [`Use at most ${CONDITIONS} conditions`];
    if (inner.some(({ level }) => level > LEVELS)) return [`Nest at most ${LEVELS} groups in each other`];
    open = inner;
  }
  return [];
}

const isGroup = (rule: unknown): rule is { readonly rules?: unknown; readonly rule?: unknown } =>
  typeof rule === "object" && rule !== null && ("rules" in rule || "rule" in rule);

/** Both, whichever of them its kind would have: what is read goes into both. */
function inside(rule: unknown): unknown[] {
  if (!isGroup(rule)) return [];
  return [...(Array.isArray(rule.rules) ? rule.rules : []), ...(rule.rule === undefined ? [] : [rule.rule])];
}
