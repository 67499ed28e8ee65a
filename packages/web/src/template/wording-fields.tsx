import { Textarea, TextInput } from "@mantine/core";
import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { useRef } from "react";
import { MergeFields } from "./merge-fields.tsx";

interface Props {
  readonly locale: Locale;
  readonly wording: Wording;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onEdit: (wording: Wording) => void;
}

/** Subject and text of one language. */
export function WordingFields({ locale, wording, errors, readOnly, onEdit }: Props) {
  const body = useRef<HTMLTextAreaElement>(null);
  const insert = (field: string) => {
    const area = body.current;
    if (!area) return;
    area.focus();
    area.setRangeText(field, area.selectionStart, area.selectionEnd, "end");
    onEdit({ ...wording, body: area.value });
  };
  return (
    <div className="fields">
      <TextInput
        label="Subject"
        lang={locale}
        value={wording.subject}
        readOnly={readOnly}
        error={errors[`wordings.${locale}.subject`]}
        onChange={(event) => onEdit({ ...wording, subject: event.currentTarget.value })}
      />
      <Textarea
        ref={body}
        label="Text"
        lang={locale}
        description="Markdown: **bold**, [words](https://address), # heading, - list"
        autosize
        minRows={14}
        value={wording.body}
        readOnly={readOnly}
        error={errors[`wordings.${locale}.body`]}
        onChange={(event) => onEdit({ ...wording, body: event.currentTarget.value })}
      />
      <MergeFields onInsert={insert} disabled={readOnly} />
    </div>
  );
}
