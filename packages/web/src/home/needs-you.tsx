import { Link } from "@tanstack/react-router";
import type { Problem } from "../api/routes.ts";
import { Section } from "../frame/page.tsx";
import { rowLink } from "../list/use-list-keys.ts";

/** What stands between the organisation and its mails, each a sentence with one act. */
export function NeedsYou({ missing }: { readonly missing: readonly Problem[] }) {
  return (
    <Section title="Needs you">
      <ul className="rows">
        {missing.map(({ field, message }) => (
          <li key={field}>
            <div className="row need-row">
              <span>{message}</span>
              <Link
                to="/settings"
                hash={field}
                className="need-act"
                aria-label={`Add it: ${message}`}
                {...rowLink}
              >
                Add it
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
