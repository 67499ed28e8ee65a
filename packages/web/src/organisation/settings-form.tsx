import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { call } from "../api/call.ts";
import { fieldErrors } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import type { Organisation } from "../api/routes.ts";
import { NotSaved } from "../draft/not-saved.tsx";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { type Draft, useDraft } from "../draft/use-draft.ts";
import { useSave } from "../draft/use-save.ts";
import { ActButton, useMay } from "../states/allowed.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { type Typed, typedFrom, written } from "./typed.ts";
import { useFocusOnError } from "./use-focus-on-error.ts";

/** Everything that must be known before anybody may be asked or written to. */
export function SettingsForm({ organisation }: { readonly organisation: Organisation }) {
  const { settings, revision } = organisation;
  const draft = useDraft<Typed>("settings", { value: typedFrom(settings), revision });
  const may = useMay("organisation.write");
  const cache = useQueryClient();
  const { submit, ready, error, state } = useSave({
    draft,
    ready: may === true,
    save: (typed, of) => call("PUT /v1/organisation", { ...written(typed), revision: of }),
    // The first save also makes the form, a template and a campaign, so all is read again.
    onSaved(result) {
      cache.setQueryData(queries.organisation.queryKey, result);
      return cache.invalidateQueries();
    },
    stale: queries.organisation.queryKey,
  });
  useFocusOnError(error);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="form settings" onSubmit={onSubmit} noValidate>
      {may === false && <p>Only an administrator can change these.</p>}
      <Overtaken what="these settings" draft={draft} />
      <SettingsFields draft={draft} errors={errorsOf(organisation, draft, error)} readOnly={!may} />
      <NotSaved what="The settings were not saved" error={error} />
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
        <SaveState {...state} />
      </div>
    </form>
  );
}

/** What is wrong beside each field: what the server refused, and what is still missing once somebody has begun. */
function errorsOf({ missing, revision }: Organisation, { dirty }: Draft<Typed>, error: unknown) {
  const begun = revision > 0 && !dirty;
  const gaps = begun ? Object.fromEntries(missing.map(({ field, message }) => [field, message])) : {};
  return { ...gaps, ...fieldErrors(error) };
}
