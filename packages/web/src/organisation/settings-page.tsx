import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../states/loaded.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { Ready } from "./ready.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { Welcome } from "./welcome.tsx";
import "./form.css";
import "./settings.css";

export function SettingsPage() {
  const organisation = useQuery(queries.organisation);
  return (
    <Page title="Settings" sentence="Your organisation, as candidates and the law want to know it.">
      <Loaded query={organisation} what="The settings">
        {(data) => (
          <>
            {data.revision === 0 && <Welcome />}
            {data.revision === 1 && <Ready />}
            <SettingsForm organisation={data} />
            {data.missing.length === 0 && <PolicyForm organisation={data} />}
            <FocusOnHash />
            <p className="small quiet">
              For developers: <Link to="/developers">the API, route by route</Link>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** A link such as `/settings#privacyUrl` leads into the field. */
function FocusOnHash() {
  useEffect(() => {
    const frame = requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
