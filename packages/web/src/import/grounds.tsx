import type { GroundChoice } from "@perennial/core/import/import.schema.ts";
import { capital } from "../words/numbers.ts";

interface Props {
  readonly value: GroundChoice["by"];
  /** Where legitimate interest is not enough. */
  readonly countries: string | undefined;
  readonly onChoose: (by: GroundChoice["by"]) => void;
}

const OPTIONS: readonly {
  readonly by: GroundChoice["by"];
  readonly words: string;
  readonly meaning: string;
}[] = [
  {
    by: "none",
    words: "No, only keep them",
    meaning: "They are stored and found. Campaigns leave them out.",
  },
  {
    by: "consent",
    words: "Yes, they consented",
    meaning:
      "They said yes to job news, and you can show when and where. It holds for two years from that day.",
  },
  {
    by: "legitimate_interest",
    words: "Yes, legitimate interest",
    meaning:
      "They did not give us their data. The first mail tells them where it is from, why we write and how to object; templates can't remove that.",
  },
  {
    by: "column",
    words: "It differs by row",
    meaning: "A column says consent, legitimate interest or none.",
  },
];

const LAWS: Readonly<Record<GroundChoice["by"], string | undefined>> = {
  none: undefined,
  consent: "GDPR art. 6(1)(a) and 7(1). Applying for one job is not consent to job news.",
  legitimate_interest: "GDPR art. 6(1)(f) and 14.",
  column: "GDPR art. 6(1)(a), 6(1)(f) and 14.",
};

/** The four grounds in plain words, with what the law says of the one chosen. */
export function Grounds({ value, countries, onChoose }: Props) {
  const interest = value === "legitimate_interest" || value === "column";
  return (
    <fieldset className="grounds">
      <legend className="hidden">Ground for writing</legend>
      {OPTIONS.map(({ by, words, meaning }) => (
        <label key={by}>
          <input type="radio" name="ground" value={by} checked={value === by} onChange={() => onChoose(by)} />
          <span>
            <strong>{words}</strong>
            <span className="quiet small">{meaning}</span>
          </span>
        </label>
      ))}
      {interest && countries && (
        <p className="ground-hint small">
          {capital(countries)}, legitimate interest is not enough: these people are stored, not mailed. An
          administrator can change that in the settings, with a reason.
        </p>
      )}
      {LAWS[value] && <p className="quiet small">{LAWS[value]} This is help, not legal advice.</p>}
    </fieldset>
  );
}
