import type { Info } from "@perennial/core/segment/segment.schema.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../api/queries.ts";
import { NotSaved } from "../draft/not-saved.tsx";
import { Overtaken } from "../draft/overtaken.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { useSave } from "../draft/use-save.ts";
import { isWhole, written } from "../rule/tree.ts";
import { useMay } from "../states/allowed.tsx";
import { Head } from "./head.tsx";
import { Remove } from "./remove.tsx";
import { Sentence } from "./sentence.tsx";
import { Size } from "./size.tsx";
import { useFound } from "./use-found.ts";
import { Whom } from "./whom.tsx";
import "../figure/figure.css";
import "./segment.css";

export type Typed = Pick<Info, "name" | "rule">;

interface Props {
  /** Names the draft on this device. */
  readonly draftKey: string;
  /** Absent while it was never saved. */
  readonly segmentId?: string;
  readonly saved: { readonly value: Typed; readonly revision: number };
  readonly save: (segment: Typed, revision: number) => Promise<Info>;
  readonly onSaved: (segment: Info) => void;
}

/** A segment being written: the rule at the left, whom it finds at the right. */
export function SegmentForm({ draftKey, segmentId, saved, save, onSaved }: Props) {
  const draft = useDraft<Typed>(draftKey, saved);
  const { value, edit } = draft;
  const may = useMay("segments.write");
  const cache = useQueryClient();
  const facts = useQuery(queries.facts);
  const [sample, setSample] = useState(0);
  const found = useFound(written(value.rule), sample, segmentId);
  const saving = useSave({
    draft,
    ready: may === true && draft.dirty && value.name.trim() !== "" && isWhole(value.rule),
    save,
    onSaved(segment: Info) {
      cache.setQueryData(queries.segment(segment.segmentId).queryKey, segment);
      onSaved(segment);
      return cache.invalidateQueries({ queryKey: queries.segments.queryKey });
    },
    stale: ["segment"],
  });
  return (
    <div className="page wide segment-page">
      <Head draft={draft} saving={saving} segmentId={segmentId} may={may} />
      <Overtaken what="this segment" draft={draft} />
      <NotSaved what="The segment was not saved" error={saving.error} />
      <div className="segment">
        <Size found={found} />
        <Sentence
          rule={value.rule}
          facts={facts}
          found={found}
          readOnly={may === false}
          onChange={(rule) => edit({ ...value, rule })}
        />
        <Whom found={found} onOther={() => setSample((now) => now + 1)} />
      </div>
      {segmentId && <Remove segmentId={segmentId} revision={saved.revision} name={saved.value.name} />}
    </div>
  );
}
