import type { Preview } from "@perennial/core/segment/views.ts";
import { Link } from "@tanstack/react-router";
import { points } from "../figure/sparkline.tsx";
import { plainMonth } from "../words/dates.ts";
import { people } from "../words/numbers.ts";
import { counted } from "./words.ts";

const WIDTH = 320;
const HEIGHT = 48;

/** How many of them were here over the last twelve months. */
export function Growth({ preview: { growth, match } }: { readonly preview: Preview }) {
  const [first, last] = [growth[0], growth.at(-1)];
  if (!first || !last || last.people === 0) return null;
  const many = (count: number) => counted({ ...match, count });
  const words = `${many(first.people)} at the end of ${plainMonth(`${first.month}-01`)}, ${many(last.people)} now`;
  return (
    <section className="section ruled" aria-label="Growth">
      <h2>Over twelve months</h2>
      <svg
        className="sparkline segment-growth"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <polyline
          vectorEffect="non-scaling-stroke"
          points={points(
            growth.map((one) => one.people),
            WIDTH,
            HEIGHT,
          )}
        />
      </svg>
      <p className="small quiet">{words}</p>
    </section>
  );
}

/** Which other segments hold some of the same people. */
export function Overlaps({ overlaps }: { readonly overlaps: Preview["overlaps"] }) {
  if (overlaps.length === 0) return null;
  return (
    <section className="section ruled" aria-label="Also in other segments">
      <h2>Also in</h2>
      <ul>
        {overlaps.map(({ segmentId, name, people: shared }) => (
          <li key={segmentId}>
            {people(shared)} {shared === 1 ? "is" : "are"} also in{" "}
            <Link to="/segments/$segmentId" params={{ segmentId }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
