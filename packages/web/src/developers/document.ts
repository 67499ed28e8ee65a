/** The parts of an OpenAPI 3.1 document that the reference shows. https://spec.openapis.org/oas/v3.1.1 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

export interface Document {
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const METHODS = ["get", "post", "put", "patch", "delete"];

/** The routes by the noun they are about: their first tag, else the first part of the path after the version. */
export function routesByNoun({ paths = {} }: Document): Map<string, Route[]> {
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return Map.groupBy(routes, ({ path, operation }) => operation.tags?.[0] ?? path.split("/")[2] ?? path);
}

/** The schema a reference leads to; a reference that leads nowhere is shown as it is. */
export function resolve(schema: Schema, { components }: Document): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return (name !== undefined && components?.schemas?.[name]) || schema;
}

export const schemaOf = (content: Content | undefined): Schema | undefined =>
  Object.values(content?.content ?? {})[0]?.schema;

/** A schema's type in few words: `string (date-time)`, `list of text`, `"en" or "de"`. */
export function typeWords(schema: Schema, document: Document): string {
  const known = resolve(schema, document);
  if (known.enum) return known.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (known.const !== undefined) return JSON.stringify(known.const);
  const choices = known.anyOf ?? known.oneOf;
  if (choices) return [...new Set(choices.map((choice) => typeWords(choice, document)))].join(" or ");
  if (known.type === "array") return `list of ${known.items ? typeWords(known.items, document) : "anything"}`;
  const type = typeof known.type === "string" ? known.type : (known.type?.join(" or ") ?? "anything");
  return known.format ? `${type} (${known.format})` : type;
}
