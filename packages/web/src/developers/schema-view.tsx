import { type Document, resolve, type Schema, typeWords } from "./document.ts";

interface Props {
  readonly schema: Schema;
  readonly document: Document;
  /** How many levels are written out before it is only named. */
  readonly depth?: number;
}

const DEEPEST = 4;

/** A schema as a list of its fields, nested ones below theirs. */
export function SchemaView({ schema, document, depth = 0 }: Props) {
  const known = inner(schema, document);
  const fields = Object.entries(known.properties ?? {});
  if (fields.length === 0 || depth >= DEEPEST) return null;
  return (
    <ul className="schema">
      {fields.map(([name, field]) => (
        <li key={name}>
          <code>{name}</code>{" "}
          <span className="quiet">
            {typeWords(field, document)}
            {known.required?.includes(name) ? "" : ", optional"}
          </span>
          {field.description && <span className="quiet"> · {field.description}</span>}
          <SchemaView schema={field} document={document} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}

/** What has the fields: the schema itself, or what its list is of. */
function inner(schema: Schema, document: Document): Schema {
  const known = resolve(schema, document);
  return known.items ? resolve(known.items, document) : known;
}
