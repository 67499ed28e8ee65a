import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import type { Output } from "../api/routes.ts";
import { Page, Section } from "../frame/page.tsx";
import { Loaded } from "../states/loaded.tsx";
import { ago } from "../words/ago.ts";
import { Drop } from "./drop.tsx";
import { standing } from "./words.ts";

type Row = Output<"GET /v1/imports">["imports"][number];

/** Where files of people come in, and what became of those that did. */
export function ImportsPage() {
  const imports = useQuery(queries.imports);
  return (
    <Page
      title="Import"
      sentence="People from a file. You see what would come of it before anything is stored, and nobody is mailed by importing."
    >
      <Drop />
      <Section title="Imports">
        <Loaded query={imports} what="The imports">
          {(rows) =>
            rows.length === 0 ? (
              <p className="quiet">No file was imported yet.</p>
            ) : (
              <ul className="import-list">
                {rows.map((row) => (
                  <ImportRow key={row.importId} row={row} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}

function ImportRow({ row }: { readonly row: Row }) {
  const { importId, fileName, by, createdAt } = row;
  return (
    <li>
      <Link to="/import/$importId" params={{ importId }}>
        {fileName}
      </Link>
      <span>{standing(row)}</span>
      <span className="quiet small">
        {by}, {ago(createdAt)}
      </span>
    </li>
  );
}
