import { Select, TextInput } from "@mantine/core";
import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { fieldErrors } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import { NotSaved } from "../draft/not-saved.tsx";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { useSave } from "../draft/use-save.ts";
import { ActButton, useMay } from "../states/allowed.tsx";
import { errorsByField, type Typed, written } from "./typed.ts";
import "./form.css";

interface Props {
  readonly draftKey: string;
  readonly saved: { readonly value: Typed; readonly revision: number };
  readonly words: string;
  readonly save: (campaign: Pick<Info, "name" | "entry" | "steps">, revision: number) => Promise<Info>;
  readonly onSaved: (campaign: Info) => void;
}

/** Name, who enters, and the mail they get. */
export function CampaignForm({ draftKey, saved, words, save, onSaved }: Props) {
  const draft = useDraft<Typed>(draftKey, saved);
  const cache = useQueryClient();
  const { submit, ready, error, state } = useSave({
    draft,
    ready: Object.values(draft.value).every((value) => value.trim() !== ""),
    save: (typed, revision) => save(written(typed), revision),
    async onSaved(campaign: Info) {
      await cache.invalidateQueries({ queryKey: ["campaign"] });
      await cache.invalidateQueries({ queryKey: queries.campaigns.queryKey });
      onSaved(campaign);
    },
    stale: ["campaign"],
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <Overtaken what="this campaign" draft={draft} />
      <Fields value={draft.value} edit={draft.edit} errors={errorsByField(fieldErrors(error))} />
      <NotSaved what="The campaign was not saved" error={error} />
      <div className="acts">
        <ActButton
          variant="filled"
          needs="campaigns.write"
          act="write campaigns"
          type="submit"
          disabled={!ready}
        >
          {words}
        </ActButton>
        <SaveState {...state} />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly value: Typed;
  readonly edit: (value: Typed) => void;
  readonly errors: ReturnType<typeof errorsByField>;
}

function Fields({ value, edit, errors }: FieldsProps) {
  const { data: forms = [] } = useQuery(queries.forms);
  const { data: templates = [] } = useQuery(queries.templates);
  const readOnly = !useMay("campaigns.write");
  return (
    <>
      <TextInput
        label="Name"
        value={value.name}
        readOnly={readOnly}
        error={errors.name}
        onChange={(event) => edit({ ...value, name: event.currentTarget.value })}
      />
      <Select
        label="Who enters"
        description="Whoever joins by this form while the campaign runs."
        data={forms.map(({ formId, name }) => ({ value: formId, label: name }))}
        value={value.formId || null}
        readOnly={readOnly}
        error={errors.form}
        nothingFoundMessage="No form yet: set up your organisation first"
        onChange={(formId) => edit({ ...value, formId: formId ?? "" })}
      />
      <Select
        label="What they get"
        description="One mail, as soon as they have joined."
        data={templates.map(({ templateId, name }) => ({ value: templateId, label: name }))}
        value={value.templateId || null}
        readOnly={readOnly}
        error={errors.template}
        nothingFoundMessage="No template yet: write one first"
        onChange={(templateId) => edit({ ...value, templateId: templateId ?? "" })}
      />
    </>
  );
}
