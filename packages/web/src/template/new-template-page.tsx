import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { TemplateForm } from "./template-form.tsx";
import { blankTemplate } from "./wordings.ts";

export function NewTemplatePage() {
  const navigate = useNavigate();
  return (
    <TemplateForm
      title="New template"
      draftKey="template.new"
      saved={{ value: blankTemplate, revision: 0 }}
      save={(body) => call("POST /v1/templates", body)}
      onSaved={({ templateId }) =>
        void navigate({ to: "/templates/$templateId", params: { templateId }, replace: true })
      }
    />
  );
}
