import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { Loaded } from "../states/loaded.tsx";
import { TemplateForm } from "./template-form.tsx";
import { blankTemplate, type Typed, typedFrom } from "./wordings.ts";

const route = getRouteApi("/app/templates/new");

/** A blank template, or a copy of another one. */
export function NewTemplatePage() {
  const { from } = route.useSearch();
  return from ? <Copy templateId={from} /> : <Blank draftKey="template.new" value={blankTemplate} />;
}

function Copy({ templateId }: { readonly templateId: string }) {
  const template = useQuery(queries.template(templateId));
  return (
    <Loaded query={template} what="The template to copy">
      {(info) => {
        const copied = typedFrom(info);
        return (
          <Blank
            draftKey={`template.copy.${templateId}`}
            value={{ ...copied, name: `${copied.name} (copy)` }}
          />
        );
      }}
    </Loaded>
  );
}

function Blank({ draftKey, value }: { readonly draftKey: string; readonly value: Typed }) {
  const navigate = useNavigate();
  return (
    <TemplateForm
      title="New template"
      draftKey={draftKey}
      saved={{ value, revision: 0 }}
      save={(body) => call("POST /v1/templates", body)}
      onSaved={({ templateId }) =>
        void navigate({ to: "/templates/$templateId", params: { templateId }, replace: true })
      }
    />
  );
}
