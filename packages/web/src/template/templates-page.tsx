import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { ActButton } from "../states/allowed.tsx";
import { Empty } from "../states/empty.tsx";
import { Loaded } from "../states/loaded.tsx";
import { Library } from "./library.tsx";

export function TemplatesPage() {
  const templates = useQuery(queries.templates);
  const navigate = useNavigate();
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
            <Library templates={rows} />
          )
        }
      </Loaded>
    </Page>
  );
}
