import type { Home } from "@perennial/core/home/home.view.ts";
import { Sparkline } from "../figure/sparkline.tsx";
import { number } from "../words/numbers.ts";

/** Three figures in one line at the foot: how many there are, who came, who went. */
export function Figures({ figures }: Pick<Home, "figures">) {
  const { people, joined, left, days } = figures;
  const lines = [
    { word: "people", value: people, values: days.map((day) => day.people) },
    { word: "joined", value: joined, values: days.map((day) => day.joined) },
    { word: "left", value: left, values: days.map((day) => day.left) },
  ];
  return (
    <section className="section" aria-label="Figures">
      <dl className="home-figures">
        {lines.map(({ word, value, values }) => (
          <div key={word}>
            <dt className="quiet">{word}</dt>
            <dd>{number(value)}</dd>
            <dd>
              <Sparkline values={values} label={`${word}, day by day, last ${days.length} days`} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
