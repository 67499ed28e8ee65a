import { Select } from "@mantine/core";
import type { Entry } from "@perennial/core/campaign/campaign.schema.ts";
import { useQuery } from "@tanstack/react-query";
import { queries } from "../../api/queries.ts";
import type { Written } from "./written.ts";

const WAYS = [
  { value: "form", label: "joins by" },
  { value: "once", label: "is, at the start, in" },
  { value: "continuing", label: "is, or comes to be, in" },
] as const;
type Way = (typeof WAYS)[number]["value"];

const wayOf = (entry: Entry): Way => (entry.kind === "form" ? "form" : entry.mode);

interface Props {
  readonly value: Written;
  readonly edit: (value: Written) => void;
  /** Once launched nobody changes who enters. */
  readonly fixed: boolean;
}

/** Who enters and how it ends, as one sentence whose words can be changed. */
export function EntrySentence({ value, edit, fixed }: Props) {
  const { data: forms = [] } = useQuery(queries.forms);
  const { data: segments = [] } = useQuery(queries.segments);
  const { entry } = value;
  const way = wayOf(entry);
  const byForm = entry.kind === "form";
  const choices = byForm
    ? forms.map(({ formId, name }) => ({ value: formId, label: name }))
    : segments.map(({ segmentId, name }) => ({ value: segmentId, label: name }));
  const chosen = byForm ? entry.formId : entry.segmentId;
  if (fixed) {
    const name = choices.find((one) => one.value === chosen)?.label ?? "something that is gone";
    const words = WAYS.find((one) => one.value === way)?.label;
    return (
      <p>
        Whoever {words} <strong>{name}</strong> enters. {ENDS}
      </p>
    );
  }
  return (
    <div className="sentence entry-sentence">
      <span>Whoever</span>
      <Select
        aria-label="How people enter"
        w={200}
        data={WAYS}
        allowDeselect={false}
        value={way}
        onChange={(to) => edit({ ...value, entry: turned(entry, to) })}
      />
      <Select
        aria-label={byForm ? "Which form" : "Which segment"}
        placeholder={byForm ? "Choose a form" : "Choose a segment"}
        w={240}
        searchable
        data={choices}
        allowDeselect={false}
        nothingFoundMessage={byForm ? "No form yet" : "No segment yet"}
        value={chosen || null}
        onChange={(id) => edit({ ...value, entry: named(entry, id ?? "") })}
      />
      <span>enters. {ENDS}</span>
    </div>
  );
}

const ENDS = "It ends after the last step, or before: when they reply, unsubscribe, or the address fails.";

function turned(entry: Entry, to: string | null): Entry {
  if (to === "form") return entry.kind === "form" ? entry : { kind: "form", formId: "" };
  const segmentId = entry.kind === "segment" ? entry.segmentId : "";
  return { kind: "segment", segmentId, mode: to === "continuing" ? "continuing" : "once" };
}

const named = (entry: Entry, id: string): Entry =>
  entry.kind === "form" ? { kind: "form", formId: id } : { kind: "segment", segmentId: id, mode: entry.mode };
