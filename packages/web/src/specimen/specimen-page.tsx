import { showsSpecimen } from "../config/index.ts";
import { Page, Section } from "../frame/page.tsx";
import { NotFound } from "../routes/not-found.tsx";
import { tokens } from "../theme.ts";
import { ControlSpecimens } from "./control-specimens.tsx";
import { FigureSpecimens } from "./figure-specimens.tsx";
import { SeasonSpecimens } from "./season-specimens.tsx";
import { StateSpecimens } from "./state-specimens.tsx";
import { WordSpecimens } from "./word-specimens.tsx";
import "../developers/developers.css";
import "./specimen.css";

/** Every component in every state, for those who build the app. */
export function SpecimenPage() {
  if (!showsSpecimen()) return <NotFound />;
  return (
    <main className="alone">
      <Page title="Specimen" sentence="Every component in every state." wide>
        <Section title="Colours">
          <ul className="swatches tiny">
            {Object.entries(tokens).map(([name, colour]) => (
              <li key={name}>
                <span style={{ background: colour }} /> {name} {colour}
              </li>
            ))}
          </ul>
        </Section>
        <Section title="Type">
          <h1>28/36 page title</h1>
          <p className="big">20/28 the sentence of a page</p>
          <h2>16/24 section</h2>
          <p>
            14/20 text with 0123456789 and a link: <a href="#type">to nowhere</a>
          </p>
          <p className="small">13/20 tables</p>
          <p className="tiny quiet">12/16 labels</p>
        </Section>
        <SeasonSpecimens />
        <WordSpecimens />
        <FigureSpecimens />
        <ControlSpecimens />
        <StateSpecimens />
      </Page>
    </main>
  );
}
