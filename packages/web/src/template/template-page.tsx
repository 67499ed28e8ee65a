import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { Loaded } from "../states/loaded.tsx";
import { TemplateForm } from "./template-form.tsx";
import { typedFrom } from "./wordings.ts";

const route = getRouteApi("/app/templates/$templateId");

export function TemplatePage() {
  const { templateId } = route.useParams();
  const template = useQuery(queries.template(templateId));
  return (
    <Loaded query={template} what="The template">
      {(info) => (
        <TemplateForm
          key={templateId}
          title={info.name}
          draftKey={`template.${templateId}`}
          saved={{ value: typedFrom(info), revision: info.revision }}
          save={(body, revision) => call("PUT /v1/templates/{templateId}", { templateId, ...body, revision })}
          onSaved={() => {}}
        />
      )}
    </Loaded>
  );
}
