/** Branches in each other. */
export const DEPTH = 3;

/**
 * Whether steps are nested so deep that reading them might never end. Looks at whatever it is given, without recursion, and into every
 * path whatever its step is called.
 */
export function isTooDeep(given: unknown): boolean {
  let level: unknown[] = Array.isArray(given) ? given : [];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH) return true;
    level = level.flatMap(inside);
  }
  return false;
}

function inside(step: unknown): unknown[] {
  if (typeof step !== "object" || step === null) return [];
  const { yes, no } = step as { readonly yes?: unknown; readonly no?: unknown };
  return [yes, no].flatMap((path) => (Array.isArray(path) ? path : []));
}
