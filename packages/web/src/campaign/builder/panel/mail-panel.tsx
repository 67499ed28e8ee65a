import { Checkbox, Select } from "@mantine/core";
import type { EmailStep } from "@perennial/core/campaign/campaign.schema.ts";
import { Link } from "@tanstack/react-router";
import { useBuilding } from "../context.ts";
import { MailPreview } from "./mail-preview.tsx";

/** Which mail, when it may leave, and how it looks for a real person. */
export function MailPanel({ step }: { readonly step: EmailStep }) {
  const { build, templates } = useBuilding();
  const { templateId } = step;
  const hours = (any: boolean) => {
    const { hours: _, ...rest } = step;
    build.change(any ? { ...rest, hours: "any" } : rest);
  };
  return (
    <>
      <Select
        label="Template"
        placeholder="Choose a mail"
        searchable
        allowDeselect={false}
        data={templates.map((row) => ({ value: row.templateId, label: row.name }))}
        value={templateId || null}
        nothingFoundMessage="No such template"
        onChange={(chosen) => build.change({ ...step, templateId: chosen ?? "" })}
      />
      <Checkbox
        label="Also outside the sending hours"
        checked={step.hours === "any"}
        onChange={({ currentTarget }) => hours(currentTarget.checked)}
      />
      {templateId ? (
        <MailPreview templateId={templateId} key={templateId} />
      ) : (
        <p className="small quiet">
          The mail is written as a template. <Link to="/templates/new">Write a new one</Link>
        </p>
      )}
    </>
  );
}
