import type { Blocker } from "@perennial/core/campaign/views.ts";
import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";

/** Everything that stands between a draft and its launch, each with the place where it is mended. */
export function Blockers({ blockers }: { readonly blockers: readonly Blocker[] }) {
  const { history } = useRouter();
  if (blockers.length === 0) return null;
  const go = (event: MouseEvent, href: string) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    history.push(href);
  };
  return (
    <section className="blockers" aria-label="To fix before the launch">
      <ul>
        {blockers.map(({ code, message, href }) => (
          <li key={`${code} ${message}`}>
            {message}{" "}
            <a href={href} aria-label={`Fix it: ${message}`} onClick={(event) => go(event, href)}>
              Fix it
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
