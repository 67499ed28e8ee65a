import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import type { TemplateRow } from "../api/routes.ts";
import { Page } from "../frame/page.tsx";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { ActButton } from "../states/allowed.tsx";
import { Empty } from "../states/empty.tsx";
import { Loaded } from "../states/loaded.tsx";
import { date } from "../words/dates.ts";
import { languageName } from "../words/languages.ts";
import "../list/list.css";

export function TemplatesPage() {
  const templates = useQuery(queries.templates);
  const navigate = useNavigate();
  const list = useListKeys<HTMLUListElement>();
  return (
    <Page
      title="Templates"
      sentence="The mails that campaigns send, in each language you offer."
      acts={
        <ActButton
          variant="filled"
          needs="templates.write"
          act="write templates"
          onClick={() => void navigate({ to: "/templates/new" })}
        >
          New template
        </ActButton>
      }
    >
      <Loaded query={templates} what="The templates">
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No templates yet">
              <p>
                A template is one mail. Once your organisation is set up, a first one called “Welcome” is
                waiting here.
              </p>
              <Link to="/settings">Set up your organisation</Link>
            </Empty>
          ) : (
            <ul className="rows" ref={list}>
              {rows.map((row) => (
                <Row row={row} key={row.templateId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row: { templateId, name, locales, updatedAt } }: { readonly row: TemplateRow }) {
  return (
    <li>
      <div className="row list-row">
        <Link to="/templates/$templateId" params={{ templateId }} {...rowLink}>
          {name}
        </Link>
        <span className="quiet">{locales.map(languageName).join(", ")}</span>
        <span className="small quiet">changed {date(updatedAt)}</span>
      </div>
    </li>
  );
}
