import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { call } from "../api/call.ts";
import { fieldErrors } from "../api/problem.ts";
import { queries } from "../api/queries.ts";
import type { Organisation } from "../api/routes.ts";
import { NotSaved } from "../draft/not-saved.tsx";
import { Overtaken } from "../draft/overtaken.tsx";
import { SaveState } from "../draft/save-state.tsx";
import { useDraft } from "../draft/use-draft.ts";
import { useSave } from "../draft/use-save.ts";
import { Section } from "../frame/page.tsx";
import { ActButton, useMay } from "../states/allowed.tsx";
import { ConsentChanges } from "./consent-changes.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import { WindowFields } from "./window-fields.tsx";

/** How the organisation writes: when mail may leave, and where the law wants consent first. */
export function PolicyForm({ organisation: { policy, revision } }: { readonly organisation: Organisation }) {
  const draft = useDraft<Policy>("policy", { value: unreasoned(policy), revision });
  const may = useMay("organisation.write");
  const cache = useQueryClient();
  const { submit, ready, error, state } = useSave({
    draft,
    ready: may === true && draft.dirty,
    save: (typed, of) => call("PUT /v1/organisation/policy", { ...typed, revision: of }),
    onSaved(result) {
      cache.setQueryData(queries.organisation.queryKey, result);
      return cache.invalidateQueries({ queryKey: queries.consentChanges.queryKey });
    },
    stale: queries.organisation.queryKey,
  });
  const errors = fieldErrors(error);
  const edit = (changes: Partial<Policy>) => draft.edit({ ...draft.value, ...changes });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="form settings" onSubmit={onSubmit} noValidate>
      <Overtaken what="these rules" draft={draft} />
      <Section title="When mails may leave">
        <WindowFields
          window={draft.value.window}
          errors={errors}
          readOnly={!may}
          onEdit={(window) => edit({ window })}
        />
      </Section>
      <Section title="Where consent is needed first">
        <ConsentFields
          rule={draft.value.consentCountries}
          errors={errors}
          readOnly={!may}
          onEdit={(consentCountries) => edit({ consentCountries })}
        />
        <ConsentChanges />
      </Section>
      <NotSaved what="The rules were not saved" error={error} />
      <div className="acts">
        <ActButton needs="organisation.write" act="change these rules" type="submit" disabled={!ready}>
          Save rules
        </ActButton>
        <SaveState {...state} />
      </div>
    </form>
  );
}

/** Each change of the countries is given a reason of its own: the last one is told with the changes, and not sent again. */
function unreasoned({ consentCountries: { reason: _, ...consentCountries }, ...policy }: Policy): Policy {
  return { ...policy, consentCountries };
}
