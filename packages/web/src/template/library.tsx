import { TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TemplateRow } from "../api/routes.ts";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { date } from "../words/dates.ts";
import { languageName } from "../words/languages.ts";
import "../list/list.css";
import "./template.css";

/** From how many on a list is worth searching. */
const SEARCHABLE = 8;

/** Every template with its subject, its languages and where it is sent; the latest change first. */
export function Library({ templates }: { readonly templates: readonly TemplateRow[] }) {
  const [words, setWords] = useState("");
  const list = useListKeys<HTMLUListElement>();
  const shown = templates
    .filter((template) => matches(template, words))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <>
      {templates.length >= SEARCHABLE && (
        <TextInput
          label="Find a template"
          value={words}
          data-search
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <p className="quiet">No template has these words in its name or subject.</p>}
      <ul className="rows" ref={list}>
        {shown.map((row) => (
          <Row row={row} key={row.templateId} />
        ))}
      </ul>
    </>
  );
}

const matches = ({ name, subject }: TemplateRow, words: string) =>
  `${name} ${subject}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());

function Row({ row }: { readonly row: TemplateRow }) {
  const { templateId, name, subject, locales, updatedAt, usedBy } = row;
  return (
    <li>
      <div className="row template-row">
        <div>
          <Link to="/templates/$templateId" params={{ templateId }} {...rowLink}>
            {name}
          </Link>
          <div className="small quiet template-subject">{subject}</div>
        </div>
        <span className="small quiet">{locales.map(languageName).join(", ")}</span>
        <span className="small quiet">{usedWords(usedBy)}</span>
        <span className="small quiet">changed {date(updatedAt)}</span>
        <Link
          to="/templates/new"
          search={{ from: templateId }}
          className="small"
          aria-label={`Copy ${name} into a new template`}
        >
          Copy
        </Link>
      </div>
    </li>
  );
}

/** In which campaigns it is sent. */
function usedWords(usedBy: TemplateRow["usedBy"]): string {
  const [first, ...others] = usedBy;
  if (!first) return "in no campaign";
  return others.length === 0 ? `in ${first.name}` : `in ${first.name} and ${others.length} more`;
}
