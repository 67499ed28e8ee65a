import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { Because } from "../../because/because.tsx";
import { reasonWords } from "../../because/reasons.ts";
import { number, people } from "../../words/numbers.ts";
import { laterWords, leftOutOf } from "./words.ts";

/** Who enters, and who of them does not, by reason and by name. */
export function Audience({ page }: { readonly page: LaunchPage }) {
  const { entry, audience } = page;
  const out = leftOutOf(page);
  return (
    <section className="section ruled" id="audience" aria-label="Who">
      <h2>Who</h2>
      {entry.kind === "form" ? (
        <p>
          Whoever joins by <a href={entry.address}>{entry.name}</a>, each from the day of joining.
        </p>
      ) : (
        <>
          <p>
            {people(audience.matched)} {audience.matched === 1 ? "is" : "are"} in “{entry.name}”
            {entry.words ? <>: {entry.words}</> : "."}
          </p>
          <p className="quiet">{laterWords(entry)}</p>
        </>
      )}
      {out > 0 && <LeftOut page={page} />}
    </section>
  );
}

function LeftOut({ page }: { readonly page: LaunchPage }) {
  return (
    <div id="left-out">
      <h3>{`${number(leftOutOf(page))} left out`}</h3>
      <ul>
        {page.audience.leftOut.map(({ code, count, sample }) => (
          <li key={code}>
            <Because
              {...reasonWords(code, {})}
              chip={`${number(count)} ${reasonWords(code, {}).chip}`}
              inputs={{}}
            >
              <p>
                {"Among them: "}
                {sample.map(({ candidateId, name }, index) => (
                  <span key={candidateId}>
                    {index > 0 && ", "}
                    <Link to="/talent/$candidateId" params={{ candidateId }}>
                      {name}
                    </Link>
                  </span>
                ))}
              </p>
            </Because>
          </li>
        ))}
      </ul>
    </div>
  );
}
