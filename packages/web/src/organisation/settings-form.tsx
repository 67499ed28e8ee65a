import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { call } from "../api/call.ts";
import { fieldErrors, isConflict } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import type { Organisation } from "../api/routes.ts";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { Section } from "../frame/page.tsx";
import { useCommands } from "../keys/provider.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { groups } from "./fields.ts";
import { PlaceFields } from "./place-fields.tsx";
import { TextField } from "./text-field.tsx";
import { type Typed, typedFrom, written } from "./typed.ts";

/** Everything that must be known before anybody may be asked or written to. */
export function SettingsForm({ organisation }: { readonly organisation: Organisation }) {
  const { settings, revision, missing } = organisation;
  const draft = useDraft<Typed>("settings", { value: typedFrom(settings), revision });
  const saving = useSave(draft);
  const may = useMay("organisation.write");
  const readOnly = may !== true;
  const ready = !readOnly && !draft.overtaken && !saving.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) saving.mutate();
  };
  useCommands({ "form.save": submit });
  const stillMissing = Object.fromEntries(missing.map(({ field, message }) => [field, message]));
  const errors = { ...(draft.dirty || revision === 0 ? {} : stillMissing), ...fieldErrors(saving.error) };
  return (
    <form className="form settings" onSubmit={submit} noValidate>
      {may === false && <p>Only an administrator can change these.</p>}
      <Overtaken what="these settings" draft={draft} />
      {groups.map(({ title, fields }) => (
        <Section title={title} key={title}>
          {fields.map((field) => (
            <TextField
              key={field.name}
              field={field}
              value={draft.value[field.name]}
              error={errors[field.name]}
              readOnly={readOnly}
              onEdit={(text) => draft.edit({ ...draft.value, [field.name]: text })}
            />
          ))}
        </Section>
      ))}
      <Section title="Where and in which languages">
        <PlaceFields typed={draft.value} errors={errors} readOnly={readOnly} onEdit={draft.edit} />
      </Section>
      {saving.isError && !isConflict(saving.error) && (
        <Failure
          what="The settings were not saved"
          error={saving.error}
          kept="What you typed is kept on this device."
          besideFields
        />
      )}
      <div className="acts">
        <ActButton
          variant="filled"
          needs="organisation.write"
          act="change the settings"
          type="submit"
          disabled={!ready}
        >
          Save settings
        </ActButton>
        <SaveState saving={saving.isPending} dirty={draft.dirty} saved={saving.isSuccess} />
      </div>
    </form>
  );
}

/** Saves what is typed. The first save also makes the form, a template and a campaign, so all is read again. */
function useSave(draft: ReturnType<typeof useDraft<Typed>>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => call("PUT /v1/organisation", { ...written(draft.value), revision: draft.revision }),
    async onSuccess(organisation) {
      cache.setQueryData(queries.organisation.queryKey, organisation);
      draft.discard();
      await cache.invalidateQueries();
    },
    onError(error) {
      const first = Object.keys(fieldErrors(error))[0];
      document.getElementById(first ?? "")?.focus();
      return isConflict(error)
        ? cache.invalidateQueries({ queryKey: queries.organisation.queryKey })
        : undefined;
    },
  });
}
