import type { Info } from "@perennial/core/template/template.schema.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isConflict } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { Page } from "../frame/page.tsx";
import { Hint } from "../keys/hint.tsx";
import { useCommands } from "../keys/provider.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { Editor } from "./editor.tsx";
import { type Typed, written } from "./wordings.ts";

interface Props {
  readonly title: string;
  /** Names the draft on this device. */
  readonly draftKey: string;
  readonly saved: { readonly value: Typed; readonly revision: number };
  readonly save: (template: Pick<Info, "name" | "wordings">, revision: number) => Promise<Info>;
  readonly onSaved: (template: Info) => void;
}

/** A template being written, new or not. */
export function TemplateForm({ title, draftKey, saved, save, onSaved }: Props) {
  const draft = useDraft<Typed>(draftKey, saved);
  const may = useMay("templates.write");
  const cache = useQueryClient();
  const saving = useMutation({
    mutationFn: () => save(written(draft.value), draft.revision),
    onSuccess(template) {
      cache.setQueryData(queries.template(template.templateId).queryKey, template);
      draft.discard();
      onSaved(template);
      return cache.invalidateQueries({ queryKey: queries.templates.queryKey });
    },
    onError: (error) => (isConflict(error) ? cache.invalidateQueries({ queryKey: ["template"] }) : undefined),
  });
  const submit = () => {
    if (may && !saving.isPending && !draft.overtaken) saving.mutate();
  };
  useCommands({ "form.save": submit });
  return (
    <Page
      title={title}
      sentence={<Link to="/templates">All templates</Link>}
      wide
      acts={
        <>
          <SaveState saving={saving.isPending} dirty={draft.dirty} saved={saving.isSuccess} />
          <Hint of="form.save">
            <ActButton
              variant="filled"
              needs="templates.write"
              act="change templates"
              disabled={!draft.dirty || draft.overtaken}
              onClick={submit}
            >
              Save template
            </ActButton>
          </Hint>
        </>
      }
    >
      <Overtaken what="this template" draft={draft} />
      {saving.isError && !isConflict(saving.error) && (
        <Failure
          what="The template was not saved"
          error={saving.error}
          kept="What you typed is kept on this device."
          besideFields
        />
      )}
      <Editor draft={draft} error={saving.error} readOnly={!may} />
    </Page>
  );
}
