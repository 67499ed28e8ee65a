import type { BranchStep } from "@perennial/core/campaign/campaign.schema.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { Choices } from "../../../list/choices.tsx";
import { people } from "../../../words/numbers.ts";
import { mailsBefore, SIDES } from "../../journey/tree.ts";
import { sideWords } from "../../journey/words.ts";
import { useBuilding } from "../context.ts";
import { ClickedField } from "./clicked-field.tsx";
import { FactsField } from "./facts-field.tsx";

const WAYS = [
  { value: "clicked", words: "A click" },
  { value: "facts", words: "What is known" },
] as const;
type Way = (typeof WAYS)[number]["value"];

const asksAClick = (rule: Rule) => rule.kind === "happened" && rule.stepId !== undefined;

/** What decides which path she takes, and the path of those of whom it is not known. */
export function BranchPanel({ step }: { readonly step: BranchStep }) {
  const { build } = useBuilding();
  const mails = mailsBefore(build.steps, step.stepId);
  const set = (rule: Rule) => build.change({ ...step, rule });
  const way: Way = asksAClick(step.rule) ? "clicked" : "facts";
  const turn = (to: Way) => {
    const mailId = mails.at(-1)?.stepId;
    if (to === way) return;
    if (to === "facts") set({ kind: "all", rules: [] });
    else if (mailId) set({ kind: "happened", what: "clicked", stepId: mailId });
  };
  return (
    <>
      {(mails.length > 0 || way === "clicked") && (
        <div className="panel-field">
          <p className="panel-label">Decided by</p>
          <Choices label="Decided by" options={WAYS} value={way} onChoose={turn} />
        </div>
      )}
      {way === "clicked" ? (
        <ClickedField rule={step.rule} mails={mails} set={set} />
      ) : (
        <FactsField rule={step.rule} set={set} />
      )}
      <Unknown step={step} asked={way} />
    </>
  );
}

/** The path for whom the answer is not known, and how many these are. */
function Unknown({ step, asked }: { readonly step: BranchStep; readonly asked: Way }) {
  const { build, plan } = useBuilding();
  const many = plan.get(step.stepId)?.unknown;
  const why =
    asked === "clicked"
      ? "Clicks are known only of people who allow tracking."
      : "A fact that nobody told us is neither yes nor no.";
  return (
    <div className="panel-field">
      <p className="panel-label">When it is not known</p>
      <p className="small quiet">
        {why} {many !== undefined && many > 0 && `That concerns ${people(many)} here.`}
      </p>
      <Choices
        label="When it is not known"
        options={SIDES.map((value) => ({ value, words: `Take “${sideWords(value)}”` }))}
        value={step.unknown}
        onChoose={(unknown) => build.change({ ...step, unknown })}
      />
    </div>
  );
}
