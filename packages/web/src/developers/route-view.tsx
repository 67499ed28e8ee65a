import type { ReactNode } from "react";
import { type Document, type Route, type Schema, schemaOf, typeWords } from "./document.ts";
import { SchemaView } from "./schema-view.tsx";

/** One route: method and path, what it is for, what goes in, what comes out. */
export function RouteView({ route, document }: { readonly route: Route; readonly document: Document }) {
  const { method, path, operation } = route;
  const parameters = operation.parameters ?? [];
  const body = schemaOf(operation.requestBody);
  return (
    <details className="api-route">
      <summary>
        <code className="api-method">{method}</code> <code>{path}</code>
        <span className="quiet">{operation.summary}</span>
      </summary>
      <div className="api-body small">
        {operation.description && <p>{operation.description.replaceAll("`", "")}</p>}
        {parameters.length > 0 && (
          <Part title="Parameters">
            <ul className="schema">
              {parameters.map(({ name, in: place, required, description, schema }) => (
                <li key={`${place} ${name}`}>
                  <code>{name}</code>{" "}
                  <span className="quiet">
                    in the {place}, {schema ? typeWords(schema, document) : "string"}
                    {required ? "" : ", optional"}
                  </span>
                  {description && <span className="quiet"> · {description}</span>}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {body && <Shape title="Body" schema={body} document={document} />}
        {Object.entries(operation.responses ?? {}).map(([status, response]) => {
          const title = `${status} ${response.description ?? ""}`;
          const schema = schemaOf(response);
          return schema ? (
            <Shape key={status} title={title} schema={schema} document={document} />
          ) : (
            <Part key={status} title={title} />
          );
        })}
      </div>
    </details>
  );
}

interface ShapeProps {
  readonly title: string;
  readonly schema: Schema;
  readonly document: Document;
}

const Shape = ({ title, schema, document }: ShapeProps) => (
  <Part title={title}>
    <SchemaView schema={schema} document={document} />
  </Part>
);

const Part = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div>
    <h3>{title}</h3>
    {children}
  </div>
);
