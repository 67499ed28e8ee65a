import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Page, Section } from "../frame/page.tsx";
import { Wordmark } from "../frame/wordmark.tsx";
import { Loaded } from "../states/loaded.tsx";
import { capital } from "../words/numbers.ts";
import { type Document, routesByNoun } from "./document.ts";
import { RouteView } from "./route-view.tsx";
import "./developers.css";

/** The API reference, read from the document the API itself publishes. No sign-in, no outside request. */
export function DevelopersPage() {
  const reference = useQuery(queries.reference);
  return (
    <main className="alone">
      <p>
        <Link to="/" className="plain-link">
          <Wordmark />
        </Link>
      </p>
      <Page
        title="API reference"
        sentence={
          <>
            OpenAPI 3.1, also as a file: <a href="/v1/openapi.json">/v1/openapi.json</a>
          </>
        }
        wide
      >
        <Loaded query={reference} what="The reference">
          {(document) => <Reference document={document as Document} />}
        </Loaded>
      </Page>
    </main>
  );
}

function Reference({ document }: { readonly document: Document }) {
  return (
    <>
      {document.info?.description && <p>{document.info.description}</p>}
      {[...routesByNoun(document)].map(([noun, routes]) => (
        <Section title={capital(noun)} key={noun}>
          <div>
            {routes.map((route) => (
              <RouteView key={`${route.method} ${route.path}`} route={route} document={document} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}
