import type { Info } from "@perennial/core/template/template.schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { NotSaved } from "../draft/not-saved.tsx";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { useSave } from "../draft/use-save.ts";
import { Page } from "../frame/page.tsx";
import { Hint } from "../keys/hint.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
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
  const { submit, ready, error, state } = useSave({
    draft,
    ready: may === true && draft.dirty,
    save: (typed, revision) => save(written(typed), revision),
    onSaved(template: Info) {
      cache.setQueryData(queries.template(template.templateId).queryKey, template);
      onSaved(template);
      return cache.invalidateQueries({ queryKey: queries.templates.queryKey });
    },
    stale: ["template"],
  });
  return (
    <Page
      title={title}
      sentence={<Link to="/templates">All templates</Link>}
      wide
      acts={
        <>
          <SaveState {...state} />
          <Hint of="form.save">
            <ActButton
              variant="filled"
              needs="templates.write"
              act="change templates"
              disabled={!ready}
              onClick={submit}
            >
              Save template
            </ActButton>
          </Hint>
        </>
      }
    >
      <Overtaken what="this template" draft={draft} />
      <NotSaved what="The template was not saved" error={error} />
      <Editor draft={draft} error={error} readOnly={!may} />
    </Page>
  );
}
