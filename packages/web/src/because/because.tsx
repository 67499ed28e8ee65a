import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { dayAndTime } from "../words/dates.ts";
import { Chip } from "./chip.tsx";
import type { Inputs, Tone } from "./reasons.ts";
import { reasonWords } from "./reasons.ts";

interface Props {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string;
  readonly rule: string;
  readonly inputs: Inputs;
  readonly at?: string;
  readonly children?: ReactNode;
}

/** Why something is as it is: a chip and a plain sentence, and on request the rule and what it was decided on. */
export function Because({ chip, tone, sentence, rule, inputs, at, children }: Props) {
  return (
    <details className="because">
      <summary>
        <Chip tone={tone}>{chip}</Chip>
        <span className="because-sentence">{sentence}</span>
        <IconChevronRight size={14} stroke={1.5} aria-hidden="true" />
      </summary>
      <div className="because-body small">
        {rule && <p>{rule}</p>}
        <dl>
          {at && <Fact name="Decided" value={dayAndTime(at)} />}
          {Object.entries(inputs).map(([name, value]) => (
            <Fact key={name} name={spaced(name)} value={shown(value)} />
          ))}
        </dl>
        {children}
      </div>
    </details>
  );
}

interface ReasonProps {
  readonly reason: { readonly code: string; readonly inputs: Inputs; readonly at: string };
  readonly children?: ReactNode;
}

/** The same from a reason as the API gives it. */
export function BecauseOf({ reason: { code, inputs, at }, children }: ReasonProps) {
  return (
    <Because {...reasonWords(code, inputs)} inputs={{ ...inputs, code }} at={at}>
      {children}
    </Because>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="quiet">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

const spaced = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[._]/g, " ")
    .toLowerCase();

function shown(value: unknown): string {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\dT/.test(value) ? dayAndTime(value) : value;
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return value === undefined || value === null ? "none" : JSON.stringify(value);
}
