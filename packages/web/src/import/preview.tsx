import type { Output } from "../api/routes.ts";
import { number } from "../words/numbers.ts";
import { Remarks } from "./remarks.tsx";

type Preview = Output<"PUT /v1/imports/{importId}">["preview"];

interface Props {
  readonly preview: Preview | undefined;
  /** Whether it is about what is chosen now; an older one is dimmed. */
  readonly current: boolean;
  readonly blocked: boolean;
}

/** What would come of the file as it is mapped now. */
export function PreviewOf({ preview, current, blocked }: Props) {
  if (!preview)
    return (
      <p className="quiet">
        {blocked ? "Answer what is marked, then the rows are counted." : "Counting the rows…"}
      </p>
    );
  const { rows, valid, withoutAddress, repeated, grounds } = preview;
  const figures: [string, number][] = [
    ["rows in the file", rows],
    ["can be taken", valid],
    ["of them without an address", withoutAddress],
    ["of them about somebody above", repeated],
    ["with consent", grounds.consent],
    ["on legitimate interest", grounds.legitimate_interest],
    ["only kept", grounds.none],
  ];
  return (
    <div className={current && !blocked ? undefined : "dimmed"} aria-live="polite" aria-busy={!current}>
      <dl className="preview-figures">
        {figures.map(([words, value]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      <Remarks title="Would be rejected" remarks={preview.rejected} />
      <Remarks title="Would be taken, but" remarks={preview.notes} />
    </div>
  );
}
