import { useDebouncedValue } from "@mantine/hooks";
import type { Mapping } from "@perennial/core/import/import.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { call } from "../api/call.ts";
import type { Output } from "../api/routes.ts";
import { type Draft, useDraft } from "../draft/use-draft.ts";

type Reading = Output<"POST /v1/imports/{importId}/reading">;
type Saved = Output<"PUT /v1/imports/{importId}">;

const PAUSE_MS = 300;

/** What is proposed for a file, or was said of it before. */
const proposed = ({ columns, mapping }: Reading): Mapping =>
  mapping ?? {
    columns: columns.map((column) => column.proposed),
    ground: { by: columns.some((column) => column.proposed === "ground") ? "column" : "none" },
    tags: [],
  };

/**
 * What the columns are and on what ground, as it is being said. Each pause saves it, one save after the other, and brings back what would
 * come of it.
 */
export function useMapping(reading: Reading) {
  const { importId } = reading;
  // The same object at every drawing: what is sent is what differs from it.
  const saved = useMemo(() => ({ value: proposed(reading), revision: reading.revision }), [reading]);
  const draft: Draft<Mapping> = useDraft(`import.${importId}`, saved);
  const revision = useRef(reading.revision);
  const sent = useRef<Mapping | undefined>(undefined);
  // Kept while the next one is counted: old figures are dimmed, they do not vanish.
  const [preview, setPreview] = useState<Saved["preview"]>();
  const saving = useMutation({
    mutationFn: (mapping: Mapping) =>
      call("PUT /v1/imports/{importId}", { importId, revision: revision.current, ...mapping }),
    onSuccess: (answer) => {
      revision.current = answer.revision;
      setPreview(answer.preview);
    },
  });
  const [settled] = useDebouncedValue(draft.value, PAUSE_MS);
  const { isPending, mutate } = saving;
  useEffect(() => {
    if (isPending || sent.current === settled) return;
    sent.current = settled;
    mutate(settled);
  }, [isPending, mutate, settled]);
  const current = !isPending && sent.current === draft.value;
  return {
    ...draft,
    preview,
    current,
    error: saving.error,
    savedRevision: () => revision.current,
  };
}
