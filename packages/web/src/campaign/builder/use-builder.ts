import { useDraft } from "../../draft/use-draft.ts";
import { useSave } from "../../draft/use-save.ts";
import { useMay } from "../../states/allowed.tsx";
import { gapsIn } from "../journey/gaps.ts";
import { mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import type { BuilderProps } from "./builder.tsx";
import type { Building } from "./context.ts";
import { useAutosave } from "./use-autosave.ts";
import { useSteps } from "./use-steps.ts";
import { useSurroundings } from "./use-surroundings.ts";
import { useView } from "./use-view.ts";
import { headGaps, type Written } from "./written.ts";

/** The draft, what it still lacks, how it is saved, and what all parts of the builder share. */
export function useBuilder({ draftKey, saved, campaign, page, save, onSaved }: BuilderProps) {
  const draft = useDraft<Written>(draftKey, saved);
  const may = useMay("campaigns.write") ?? false;
  const { value, edit } = draft;
  const gaps = gapsIn(value.steps);
  const lacks = [...headGaps(value), ...gaps.map(({ words }) => words)];
  const complete = lacks.length === 0 && value.steps.length > 0;
  const saving = useSave({ draft, ready: may && complete, save, onSaved, stale: ["campaign"] });
  useAutosave(saving.ready && draft.dirty && campaign?.state === "draft", value, saving.submit);
  const build = useSteps(value.steps, (steps) => edit({ ...value, steps }));
  const surroundings = useSurroundings(value, page, campaign?.state === "draft");
  const building: Building = {
    ...surroundings,
    ...useView(build),
    build,
    readOnly: !may,
    gaps,
    words: (step) => stepWords(step, surroundings.names, mailsIn(value.steps)),
  };
  return { draft, saving, lacks, building };
}

export type Builder = ReturnType<typeof useBuilder>;
