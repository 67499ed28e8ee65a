import { parseSync, Visitor } from "vite";

export interface Measured {
  readonly name: string;
  /** Where it begins, counted from 1. */
  readonly at: number;
  /** From its first line to its last, both counted. */
  readonly lines: number;
}

interface Span {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Every function of a source with its length; the ones inside count towards the ones around them. */
export function functions(path: string, text: string): Measured[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const names = new Map<Span, string>();
  const found: Span[] = [];
  const note = (node: Span, name: string | undefined) => {
    if (name !== undefined) names.set(node, name);
  };
  const take = (node: Span) => void found.push(node);
  new Visitor({
    VariableDeclarator: ({ id, init }) => init && note(init, "name" in id ? id.name : undefined),
    Property: ({ key, value }) => note(value, "name" in key ? String(key.name) : undefined),
    MethodDefinition: ({ key, value }) => note(value, "name" in key ? String(key.name) : undefined),
    PropertyDefinition: ({ key, value }) =>
      value && note(value, "name" in key ? String(key.name) : undefined),
    FunctionDeclaration: (node) => {
      note(node, node.id?.name);
      take(node);
    },
    FunctionExpression: take,
    ArrowFunctionExpression: take,
  }).visit(program);
  const lineOf = lines(text);
  return found.map((node) => ({
    name: names.get(node) ?? "(no name)",
    at: lineOf(node.start),
    lines: lineOf(node.end) - lineOf(node.start) + 1,
  }));
}

function lines(text: string) {
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset: number) => breaks.filter((at) => at < offset).length + 1;
}
